/*
 * premain/diff/diff_take.c
 *
 * A line becomes an event with its key and its role, and, when a few more have
 * come, with its explanation; and when all are there, each process's stand
 * together. Two explainers follow the log: one is never behind, for the keys.
 */
#include "premain/diff/diff.h"

#include <stdlib.h>
#include <string.h>

/* A text of its own; "" where there is none. */
static char *keep(struct diff_side *side, struct text *text)
{
	char *bytes = strdup(text_string(text));

	side->lost = side->lost || text->lost || !bytes;
	text_free(text);
	return bytes;
}

static char *keep_line(struct diff_side *side, const struct trace_line *line)
{
	struct text text = {0};

	trace_put_line(&text, line);
	return keep(side, &text);
}

static struct diff_event *add(struct diff_side *side)
{
	struct diff_event *event;

	if (side->count == DIFF_EVENTS) {
		side->cut = true;
		return NULL;
	}
	event = list_grow(&side->events, side->count, &side->room,
			  sizeof *event);
	side->lost = side->lost || !event;
	side->count += event != NULL;
	return event;
}

/* Which of two children ends first, and whether its parent already waits, the
 * kernel decides: that a process has waited for them stands behind its end. */
static bool is_wait(const struct trace_line *line)
{
	return line->kind == TRACE_CALL && !line->failed &&
	       line->name.length == 5 &&
	       memcmp(line->name.at, "wait4", 5) == 0;
}

static void free_event(struct diff_event *event)
{
	free(event->name);
	free(event->object);
	free(event->key);
	free(event->plain);
	free(event->text);
	free(event->sentence);
}

/* Bytes for a name that is made up: now and then they are not needed. */
static void forget_random(struct diff_side *side)
{
	if (side->count &&
	    strcmp(side->events[side->count - 1].name, "getrandom") == 0)
		free_event(&side->events[--side->count]);
	if (side->told > side->count)
		side->told = side->count;
}

/* Explanations come in the order of the lines, of which some are not kept. */
static void take_explanation(void *to, const struct trace_line *line,
			     unsigned long long number,
			     const struct explanation *explanation)
{
	struct diff_side *side = to;
	struct diff_event *event = &side->events[side->told];
	struct text sentence = {0};

	(void)line;
	if (side->told == side->count || event->number != number)
		return;
	text_put(&sentence, text_string(&explanation->sentence));
	event->phase = explanation->phase;
	event->basis = explanation->basis;
	event->sentence = keep(side, &sentence);
	side->told++;
}

void diff_take(void *to, const struct trace_line *line,
	       unsigned long long number)
{
	struct diff_taker *taker = to;
	struct diff_side *side = taker->side;
	struct diff_event *event;
	struct explanation explanation;
	struct text key = {0}, plain = {0}, name = {0}, object = {0};
	enum diff_role role;
	size_t made = side->made_count;

	if (line->kind == TRACE_NOTE || line->kind == TRACE_OUTPUT)
		return;
	diff_note_process(side, line);
	put_key(&key, line, taker, false);
	put_key(&plain, line, taker, true);
	role = diff_role(&object, line, &taker->explainer);
	explain_line(&taker->explainer, line, number, &explanation);
	text_put_visible(&name, line->name.at, line->name.length);
	if (side->made_count != made)
		forget_random(side);
	event = diff_is_chance(side, line, &key) ? NULL : add(side);
	if (event)
		*event = (struct diff_event){
			.number = number,
			.process = diff_process(side, line->pid),
			.late = is_wait(line),
			.role = role,
			.failed = line->failed, .name = keep(side, &name),
			.object = keep(side, &object),
			.key = keep(side, &key),
			.plain = keep(side, &plain),
			.text = keep_line(side, line)};
	taker->teller.taker.take = take_explanation;
	taker->teller.taker.to = side;
	explainer_feed(&taker->teller, line, number);
	text_free(&key);
	text_free(&plain);
	text_free(&name);
	text_free(&object);
	text_free(&explanation.sentence);
}

void diff_taken(struct diff_taker *taker)
{
	explainer_end(&taker->teller);
	explainer_free(&taker->teller);
	explainer_free(&taker->explainer);
	diff_sort(taker->side);
}

void diff_free(struct diff_side *side)
{
	for (size_t i = 0; i < side->count; i++)
		free_event(&side->events[i]);
	free(side->events);
}
