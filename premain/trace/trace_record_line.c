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
	trace->taker.take(trace->taker.to, line, trace->lines);
	return (size_t)-1;
}

static void begin_call(struct trace *trace, const struct trace_line *line)
{
	size_t event = trace->taker.take ? (size_t)-1 :
					   trace_keep(trace, line);
	struct trace_span name = cut_name(line->name);
	struct trace_open *open;

	trace_count_call(trace, line->name);
	if (trace->open_count == TRACE_OPEN) {	/* forget the oldest */
		free(trace->open[0].arguments);
		memmove(trace->open, trace->open + 1,
			sizeof trace->open - sizeof trace->open[0]);
		trace->open_count--;
	}
	open = &trace->open[trace->open_count++];
	open->pid = line->pid;
	open->event = event;
	memcpy(open->name, name.at, name.length);
	open->name[name.length] = '\0';
	open->arguments = trace->taker.take ?
		strndup(line->arguments.at ? line->arguments.at : "",
			line->arguments.length) : NULL;
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
	whole.arguments = (struct trace_span){arguments,
		first + rest->arguments.length};
	trace->taker.take(trace->taker.to, &whole, trace->lines);
	free(arguments);
}

/*
 * The call that a line goes on with. On a terminal, strace names the pid only
 * while there is more than one process: then a call of one without a pid may
 * go on with one, or the other way round.
 */
static size_t find_open(const struct trace *trace,
			const struct trace_line *line)
{
	struct trace_span name = cut_name(line->name);
	size_t i, likely = trace->open_count;

	for (i = 0; i < trace->open_count; i++) {
		const struct trace_open *open = &trace->open[i];

		if (!same_name(open->name, name))
			continue;
		if (open->pid == line->pid)
			return i;
		if (open->pid == 0 || line->pid == 0)
			likely = i;
	}
	return likely;
}

static void finish_call(struct trace *trace, const struct trace_line *line)
{
	size_t i = find_open(trace, line);

	if (i == trace->open_count) {		/* its beginning is missing */
		trace->unknown++;
		hand_on(trace, line);
		return;
	}
	trace->failed += line->failed;
	if (trace->taker.take)
		hand_on_whole(trace, &trace->open[i], line);
	free(trace->open[i].arguments);
	if (trace->open[i].event != (size_t)-1)
		trace_complete(&trace->events[trace->open[i].event], line);
	trace->open_count--;
	memmove(&trace->open[i], &trace->open[i + 1],
		(trace->open_count - i) * sizeof trace->open[0]);
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
		trace->failed += line->failed;
		trace->unknown++;
		break;
	case TRACE_NOTE:
		trace->notes++;
		if (!trace->taker.take)
			return;
		break;
	case TRACE_SIGNAL:
	case TRACE_EXIT:
		break;
	}
	hand_on(trace, line);
}
