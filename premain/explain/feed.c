/*
 * premain/explain/feed.c
 *
 * Some lines are explained by one that comes later: memory by the thread
 * pointer that is set into it, blocked signals by the thread that is made
 * next. Such a line is held, and what follows it, until that is known or too
 * much has come.
 */
#include "premain/explain/explain.h"

#include <stdlib.h>
#include <string.h>

struct held_line {
	struct trace_line line;		/* its spans point into bytes, */
	struct call call;		/* and so do those of its call */
	struct foresight foresight;
	struct text bytes;		/* its room is used again */
};

static void hand_on(struct explainer *explainer, const struct call *call,
		    const struct foresight *foresight)
{
	struct explanation *explanation = &explainer->explanation;

	explainer->foresight = *foresight;
	explain_next(explainer, call, explanation);
	explainer->taker.take(explainer->taker.to, call->line, call->number,
			      explanation);
}

static struct held_line *held_line(struct explainer *explainer, size_t i)
{
	return &explainer->held[(explainer->held_first + i) % EXPLAIN_HELD];
}

/* The first is handed on, with what is known by then. */
static void release(struct explainer *explainer)
{
	struct held_line *held = held_line(explainer, 0);

	hand_on(explainer, &held->call, &held->foresight);
	explainer->held_first = (explainer->held_first + 1) % EXPLAIN_HELD;
	explainer->held_count--;
}

/* Those at the front that wait for nothing more. */
static void settle(struct explainer *explainer)
{
	while (explainer->held_count &&
	       !held_line(explainer, 0)->foresight.wait)
		release(explainer);
}

/* The bytes of a line are the trace's: what is held has its own. */
static bool copy_bytes(struct held_line *held, const struct call *call)
{
	struct trace_line *line = &held->line;
	struct trace_span *const spans[] = {
		&line->arguments, &line->time, &line->name, &line->result,
		&line->error, &line->duration, &line->output
	};
	size_t count = sizeof spans / sizeof *spans;
	const char *at;

	held->call = *call;
	*line = *call->line;
	held->call.line = line;
	if (held->bytes.room > EXPLAIN_KEPT)
		text_free(&held->bytes);
	held->bytes.length = 0;
	for (size_t i = 0; i < count; i++)
		text_add(&held->bytes, spans[i]->length ? spans[i]->at : "",
			 spans[i]->length);
	if (held->bytes.lost || held->bytes.length > TRACE_JOINED) {
		text_free(&held->bytes);
		return false;
	}
	at = held->bytes.bytes;
	for (size_t i = 0; i < held->call.count; i++)
		held->call.arguments[i].at +=
			at - call->line->arguments.at;
	for (size_t i = 0; i < count; i++) {
		spans[i]->at = at;
		at += spans[i]->length;
	}
	return true;
}

static bool hold(struct explainer *explainer, const struct call *call,
		 enum wait_for wait)
{
	struct held_line *held;

	if (!explainer->held)
		explainer->held = calloc(EXPLAIN_HELD,
					 sizeof *explainer->held);
	if (!explainer->held)
		return false;
	held = held_line(explainer, explainer->held_count);
	held->foresight = (struct foresight){.wait = wait};
	if (!copy_bytes(held, call))
		return false;
	explainer->held_count++;
	return true;
}

/* A call can wait for no more than so many; of other lines, such as those of a
 * stack (strace -k), there is room for more. */
static bool is_full(struct explainer *explainer)
{
	size_t calls = 0;

	for (size_t i = 0; i < explainer->held_count; i++)
		calls += held_line(explainer, i)->line.kind == TRACE_CALL;
	return calls >= EXPLAIN_AHEAD ||
	       explainer->held_count == EXPLAIN_HELD;
}

void explainer_feed(struct explainer *explainer, const struct trace_line *line,
		    unsigned long long number)
{
	static const struct foresight none;
	bool begins = false;	/* a held line starts its program */
	enum wait_for wait;
	struct call call;

	call_split(&call, line, number);
	for (size_t i = 0; i < explainer->held_count; i++) {
		struct held_line *held = held_line(explainer, i);

		begins |= held->call.known.explain == explain_exec &&
			  held->line.pid == line->pid;
		if (held->foresight.wait &&
		    foresee(&held->foresight, explainer->trace,
			    &held->call, &call))
			held->foresight.wait = WAIT_NOT;
	}
	settle(explainer);
	for (; is_full(explainer); settle(explainer))
		release(explainer);
	wait = waits(explainer, &call, begins);
	if ((explainer->held_count || wait) && hold(explainer, &call, wait)) {
		if (line->kind == TRACE_CALL)	/* while its fork is open */
			explainer_task(explainer, line);
		settle(explainer);
		return;
	}
	explainer_end(explainer);
	hand_on(explainer, &call, &none);
}

void explainer_end(struct explainer *explainer)
{
	while (explainer->held_count)
		release(explainer);
}

void explainer_free(struct explainer *explainer)
{
	for (size_t i = 0; explainer->held && i < EXPLAIN_HELD; i++)
		text_free(&explainer->held[i].bytes);
	free(explainer->held);
	free(explainer->processes);
	free(explainer->tasks);
	text_free(&explainer->explanation.sentence);
	memset(explainer, 0, sizeof *explainer);
}
