/*
 * premain/page/page_traces.c
 *
 * The traces: two of them paired by what their calls do, each of the others
 * by itself; beside each line its phase, what it is for, and how that is known.
 */
#include "premain/compare/cells.h"
#include "premain/diff/diff.h"
#include "premain/page/page.h"

#include <errno.h>
#include <string.h>

enum { LINES = 400 };		/* of a table, then it says how many more */

/* A row's trace; explanations NULL: there is no such side. */
struct side_of_two {
	const struct row *row;
	struct explanation *explanations;
};

static bool explain(struct side_of_two *side, const struct row *row)
{
	side->row = row;
	side->explanations = explain_events(row->trace->events,
					    row->trace->count);
	return side->explanations != NULL;
}

static void forget(struct side_of_two *side)
{
	explanations_free(side->explanations, side->row->trace->count);
}

/* Event `number`, from 1 on; 0: this side has none here. */
static void put_call(struct text *text, const struct side_of_two *side,
		     unsigned long long number)
{
	const struct terminal wide = {.width = 2000, .utf8 = true};
	const struct trace_event *events = side->row->trace->events;
	struct text line = {0};

	text_put(text, "<td class=\"left wide\"");
	if (number) {
		put_event(&line, &events[number - 1], events[0].pid,
			  wide.width, &wide);
		text_put(text, " data-head=\"");
		html_put_string(text, side->row->name);
		text_format(text, "\"><code><small>%llu</small> <span>",
			    number);
		html_put(text, text_string(&line), line.length);
		text_put(text, "</span></code></td>");
		text_free(&line);
	} else {
		text_put(text, "></td>");
	}
}

static void put_why(struct text *text, const struct explanation *explanation,
		    const struct text *reason)
{
	text_put(text, "<td class=\"left wide\">");
	if (!explanation->sentence.length)
		text_put(text, "<i>not known</i>");
	else if (explanation->basis != OBSERVED)
		text_format(text, "<i>%s:</i> ",
			    basis_word(explanation->basis));
	html_put_string(text, text_string(&explanation->sentence));
	if (reason->length)
		html_put_between(text, "<br><b>", reason->bytes, "</b>");
	text_put(text, "</td></tr>\n");
}

/* One line of a table of `count` sides; one of the numbers is not 0. */
static void put_line(struct text *text, const struct side_of_two *sides,
		     size_t count, const unsigned long long *numbers,
		     const struct text *reason)
{
	size_t lead = numbers[0] == 0;
	const struct explanation *explanation =
		&sides[lead].explanations[numbers[lead] - 1];
	const char *word = phase_word(explanation->phase);

	text_format(text, "<tr><th scope=\"row\"><span class=\"chip %s\">%s"
		    "</span></th>", word, word);
	for (size_t i = 0; i < count; i++)
		put_call(text, &sides[i], numbers[i]);
	put_why(text, explanation, reason);
}

static void open_table(struct text *text, const struct side_of_two *sides,
		       size_t count, const char *caption)
{
	static const char last[] = "<what for\0";
	struct text heads = {0};

	text_add(&heads, "<phase", 7);
	for (size_t i = 0; i < count; i++) {
		text_format(&heads, "<%s: %llu calls", sides[i].row->name,
			    sides[i].row->trace->calls);
		text_add(&heads, "", 1);
	}
	text_add(&heads, last, sizeof last);
	page_open_table(text, "cards fits even trace", caption,
			text_string(&heads));
	text_free(&heads);
}

static void close_table(struct text *text, size_t lines)
{
	page_close_table(text);
	if (lines <= LINES)
		return;
	text_put(text, "<p>And ");
	put_number(text, lines - LINES);
	text_put(text, " more lines.</p>\n");
}

static void put_one(struct text *text, const struct row *row)
{
	struct side_of_two side;
	const struct text none = {0};
	size_t count = row->trace->count;

	page_open_row(text, row, false);
	if (explain(&side, row)) {
		open_table(text, &side, 1, "All of its lines");
		for (unsigned long long i = 1; i <= count && i <= LINES; i++)
			put_line(text, &side, 1, &i, &none);
		close_table(text, count);
		forget(&side);
	} else {
		text->lost = true;
	}
	text_put(text, "</details>\n");
}

static void put_rows(struct text *text, const struct side_of_two *sides,
		     const struct pairing *pairing)
{
	open_table(text, sides, 2, "Calls that do the same stand beside each "
		   "other; where they are not alike, or one is alone, a "
		   "coloured line says why");
	for (size_t i = 0; i < pairing->count && i < LINES; i++) {
		const struct diff_row *row = &pairing->rows[i];
		const unsigned long long numbers[] = {
			row->a ? row->a->number : 0,
			row->b ? row->b->number : 0
		};
		struct text reason = {0};

		if (row->kind != DIFF_SAME)
			put_reason(&reason, pairing, row);
		put_line(text, sides, 2, numbers, &reason);
		text_free(&reason);
	}
	close_table(text, pairing->count);
}

/* Two at once; false where they cannot be: then each stands alone. */
static bool put_both(struct text *text, struct pair pair)
{
	struct side_of_two sides[2];
	struct pairing pairing;
	bool paired = pair_rows(&pairing, pair.left, pair.right);

	if (!paired && errno != EDOM)
		text->lost = true;
	if (paired && explain(&sides[0], pair.left)) {
		if (explain(&sides[1], pair.right)) {
			put_rows(text, sides, &pairing);
			forget(&sides[1]);
		}
		forget(&sides[0]);
	}
	pairing_free(&pairing);
	return paired;
}

void page_put_traces(struct text *text, const struct comparison *comparison)
{
	struct pair pair = pair_choose(comparison);
	bool both = pair.left && pair.right && put_both(text, pair);

	if (both)
		text_put(text, "<h3>All others</h3>\n");
	else if (pair.left && pair.right)
		text_put(text, "<p>No two are paired: they have too little in "
			 "common.</p>\n");
	for (size_t i = 0; i < comparison->row_count; i++) {
		const struct row *row = &comparison->rows[i];

		if (row->ran && row->trace &&
		    !(both && (row == pair.left || row == pair.right)))
			put_one(text, row);
	}
}
