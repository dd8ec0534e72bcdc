/*
 * premain/trace/trace_record_line.c
 *
 * Joins lines into calls: a call counts when it begins, and its failure when
 * its result is known, which may be many lines later.
 */
#include "premain/trace/trace.h"

#include <stdlib.h>
#include <string.h>

static bool same_name(const char *known, struct trace_span name)
{
	return strlen(known) == name.length &&
	       memcmp(known, name.at, name.length) == 0;
}

static struct trace_span cut_name(struct trace_span name)
{
	if (name.length > TRACE_NAME - 1)
		name.length = TRACE_NAME - 1;
	return name;
}

void trace_count_call(struct trace *trace, struct trace_span name)
{
	size_t i;

	trace->calls++;
	name = cut_name(name);
	for (i = 0; i < trace->distinct; i++)
		if (same_name(trace->names[i], name))
			return;
	if (trace->distinct == TRACE_NAMES)
		return;
	memcpy(trace->names[i], name.at, name.length);
	trace->names[i][name.length] = '\0';
	trace->distinct++;
}

/* To who takes events, or among those that are kept: its number there. */
static size_t hand_on(struct trace *trace, const struct trace_line *line)
{
	if (!trace->taker.take)
		return trace_keep(trace, line);
	trace->taker.take(trace->taker.to, line, trace->number);
	return (size_t)-1;
}

/* A call of which no more is known than its beginning. */
static void forget_call(struct trace *trace, size_t i)
{
	struct trace_open *open = &trace->open[i];

	if (trace->taker.take && open->arguments)
		trace->taker.take(trace->taker.to, &(struct trace_line){
			.kind = TRACE_UNFINISHED, .pid = open->pid,
			.name = {open->name, strlen(open->name)},
			.arguments = {open->arguments,
				      strlen(open->arguments)}},
			open->number);
	free(open->arguments);
	trace->open_count--;
	memmove(open, open + 1, (trace->open_count - i) * sizeof *open);
}

void trace_record_open(struct trace *trace)
{
	while (trace->open_count)
		forget_call(trace, 0);
}

/* Room for one more: a task has one call at a time, and of too many tasks the
 * oldest one's is forgotten. */
static struct trace_open *add_open(struct trace *trace, unsigned int pid)
{
	struct trace_open *open;
	size_t i;

	for (i = 0; pid && i < trace->open_count; i++)
		if (trace->open[i].pid == pid) {
			forget_call(trace, i);
			break;
		}
	if (trace->open_count == TRACE_OPEN)
		forget_call(trace, 0);
	open = list_grow(&trace->open, trace->open_count, &trace->open_room,
			 sizeof *open);
	trace->open_count += open != NULL;
	trace->lost = trace->lost || !open;
	return open;
}

static void begin_call(struct trace *trace, const struct trace_line *line)
{
	size_t event = trace->taker.take ? (size_t)-1 :
					   trace_keep(trace, line);
	struct trace_span name = cut_name(line->name);
	struct trace_open *open = add_open(trace, line->pid);

	trace_count_call(trace, line->name);
	if (!open)
		return;
	*open = (struct trace_open){.pid = line->pid, .event = event,
				    .number = trace->number,
				    .closed = line->closed};
	memcpy(open->name, name.at, name.length);
	if (trace->taker.take)
		open->arguments = strndup(line->arguments.at,
					  line->arguments.length);
}

/* What was written of a call in two lines, as one. */
static void hand_on_whole(struct trace *trace, const struct trace_open *open,
			  const struct trace_line *rest)
{
	struct trace_line whole = *rest;
	size_t first = open->arguments ? strlen(open->arguments) : 0;
	char *arguments = malloc(first + rest->arguments.length + 1);

	if (!arguments) {
		trace->lost = true;
		return;
	}
	if (first)
		memcpy(arguments, open->arguments, first);
	if (rest->arguments.length)
		memcpy(arguments + first, rest->arguments.at,
		       rest->arguments.length);
	whole.kind = TRACE_CALL;
	whole.pid = rest->pid ? rest->pid : open->pid;
	whole.name = (struct trace_span){open->name, strlen(open->name)};
	whole.arguments = (struct trace_span){arguments,
		first + rest->arguments.length};
	trace->taker.take(trace->taker.to, &whole, trace->number);
	free(arguments);
}

/*
 * The call that a line goes on with. On a terminal, strace names the pid only
 * while there is more than one process: then a call of one without a pid may
 * go on with one, or the other way round. A result that stands alone belongs
 * to the call that waits for nothing else, if there is only one.
 */
static size_t find_open(const struct trace *trace,
			const struct trace_line *line)
{
	struct trace_span name = cut_name(line->name);
	size_t i, likely = trace->open_count, alone = 0;

	for (i = 0; i < trace->open_count; i++) {
		const struct trace_open *open = &trace->open[i];

		if (name.length == 0) {
			alone += open->closed;
			likely = open->closed ? i : likely;
			continue;
		}
		if (!same_name(open->name, name))
			continue;
		if (open->pid == line->pid)
			return i;
		if (open->pid == 0 || line->pid == 0)
			likely = i;
	}
	return alone > 1 ? trace->open_count : likely;
}

static void finish_call(struct trace *trace, const struct trace_line *line)
{
	size_t i = find_open(trace, line);
	struct trace_line lone = *line;

	trace->failed += line->failed;
	if (i < trace->open_count && !line->name.length)
		lone.arguments.length = 0;
	if (i == trace->open_count) {		/* its beginning is missing */
		if (line->name.length) {
			trace_count_call(trace, line->name);
		} else {			/* which call's result? */
			lone.kind = TRACE_UNKNOWN;
			lone.result = (struct trace_span){0};
			trace->unknown++;
		}
		hand_on(trace, &lone);
		return;
	}
	if (trace->taker.take)
		hand_on_whole(trace, &trace->open[i], &lone);
	else if (trace->open[i].event != (size_t)-1)
		trace_complete(&trace->events[trace->open[i].event], &lone);
	free(trace->open[i].arguments);
	trace->open_count--;
	memmove(&trace->open[i], &trace->open[i + 1],
		(trace->open_count - i) * sizeof trace->open[0]);
}

/* "+++ superseded by execve in pid 12 +++": that thread has its pid now. */
static void supersede(struct trace *trace, const struct trace_line *line)
{
	static const char words[] = "+++ superseded by execve in pid ";
	unsigned int thread = 0;

	if (line->arguments.length <= sizeof words ||
	    memcmp(line->arguments.at, words, sizeof words - 1) != 0)
		return;
	for (const char *at = line->arguments.at + sizeof words - 1;
	     *at >= '0' && *at <= '9'; at++)
		thread = thread * 10 + (unsigned int)(*at - '0');
	for (size_t i = 0; i < trace->open_count; i++)
		if (trace->open[i].pid == thread)
			trace->open[i].pid = line->pid;
}

void trace_record_line(struct trace *trace, const struct trace_line *line)
{
	switch (line->kind) {
	case TRACE_UNFINISHED:
		begin_call(trace, line);
		return;
	case TRACE_RESUMED:
		finish_call(trace, line);
		return;
	case TRACE_CALL:
		trace_count_call(trace, line->name);
		trace->failed += line->failed;
		break;
	case TRACE_UNKNOWN:
		trace->unknown++;
		break;
	case TRACE_NOTE:
	case TRACE_OUTPUT:
		trace->notes++;
		if (!trace->taker.take)
			return;
		break;
	case TRACE_EXIT:
		supersede(trace, line);
		break;
	case TRACE_SIGNAL:
		break;
	}
	hand_on(trace, line);
}
