/*
 * premain/page/page_start.c
 *
 * The start as it passes: whose instructions, and in their order the phases
 * that the system calls belong to.
 */
#include "premain/explain/explain.h"
#include "premain/page/page.h"

#include <stdlib.h>
#include <string.h>

enum { RUNS = 120 };		/* of calls in one phase; then the rest */

static const struct bar_part steps_parts[STEP_PHASES] = {
	{"loader", "map", 0}, {"start", "start", 0}, {"main", "main", 0},
	{"exit", "exit", 0}
};

static void put_steps(struct text *text, const struct step_counts *steps)
{
	struct bar_part parts[STEP_PHASES];
	struct bar bar = {"Instructions by phase", "steps", parts,
			  STEP_PHASES};

	memcpy(parts, steps_parts, sizeof parts);
	for (size_t i = 0; i < STEP_PHASES; i++)
		parts[i].amount = steps->phases[i];
	page_put_bar(text, &bar);
}

/* Neighbours of one phase are one part, as long as there are not too many. */
static void put_calls(struct text *text, const struct trace *trace,
		      const struct explanation *explanations)
{
	struct bar_part parts[RUNS + 1];
	struct bar bar = {"System calls in their order, by phase", "calls",
			  parts, 0};

	for (size_t i = 0; i < trace->count; i++) {
		const char *word = phase_word(explanations[i].phase);
		struct bar_part *last = bar.count ? &parts[bar.count - 1] :
						    NULL;

		if (trace->events[i].kind != TRACE_CALL)
			continue;
		if (last && (bar.count > RUNS ||
			     strcmp(last->class, word) == 0))
			last->amount++;
		else if (bar.count == RUNS)
			parts[bar.count++] = (struct bar_part){
				"(later calls)", "rest", 1};
		else
			parts[bar.count++] = (struct bar_part){word, word, 1};
	}
	page_put_bar(text, &bar);
}

static void put_trace(struct text *text, const struct trace *trace)
{
	struct explanation *explanations =
		explain_events(trace->events, trace->count);

	if (explanations)
		put_calls(text, trace, explanations);
	else
		text->lost = true;
	explanations_free(explanations, trace->count);
}

static void put_figures(struct text *text, const struct row *row)
{
	text_put(text, "<div class=\"owner\"><h3>");
	page_put_name(text, row, " <small>");
	if (row->timing.rounds) {
		put_number(text, row->timing.median / 1000);
		text_put(text, " µs, ");
	}
	if (row->steps.known) {
		text_put(text, row->steps.more ? "more than " : "");
		put_number(text, row->steps.all);
		text_put(text, " steps, ");
	}
	if (row->trace) {
		put_number(text, row->trace->calls);
		text_put(text, row->trace->calls == 1 ? " call" : " calls");
	} else {
		text_put(text, "calls not seen");
	}
	text_put(text, "</small></h3>\n");
}

void page_put_start(struct text *text, const struct comparison *comparison)
{
	unsigned long long largest = 0;
	size_t i;

	for (i = 0; i < comparison->row_count; i++)
		if (comparison->rows[i].steps.all > largest)
			largest = comparison->rows[i].steps.all;
	for (i = 0; i < comparison->row_count; i++) {
		const struct row *row = &comparison->rows[i];

		if (!row->ran)
			continue;
		put_figures(text, row);
		if (row->steps.known) {
			page_put_scale(text, row->steps.all, largest);
			put_steps(text, &row->steps);
		}
		if (row->trace)
			put_trace(text, row->trace);
		text_put(text, "</div>\n");
	}
}
