/*
 * premain/trace/trace_keep.c
 *
 * The events themselves: up to TRACE_EVENTS, one allocation each.
 */
#include "premain/trace/trace.h"

#include <stdlib.h>
#include <string.h>

static char *place(char *to, struct trace_span from)
{
	if (from.length)
		memcpy(to, from.at, from.length);
	to[from.length] = '\0';
	return to + from.length + 1;
}

size_t trace_keep(struct trace *trace, const struct trace_line *line)
{
	struct trace_event *event;
	char *bytes;

	if (trace->count == TRACE_EVENTS)
		return (size_t)-1;
	event = list_grow(&trace->events, trace->count, &trace->room,
			  sizeof *event);
	bytes = event ? malloc(line->name.length + line->arguments.length +
			       line->result.length + 3) : NULL;
	if (!bytes) {
		trace->lost = true;
		return (size_t)-1;
	}
	event->kind = line->kind == TRACE_UNFINISHED ||
		      line->kind == TRACE_RESUMED ? TRACE_CALL : line->kind;
	event->pid = line->pid;
	event->failed = line->failed;
	event->name = bytes;
	event->arguments = place(event->name, line->name);
	event->result = place(event->arguments, line->arguments);
	place(event->result, line->result);
	return trace->count++;
}

/* The rest of an unfinished call: its last arguments and its result. */
void trace_complete(struct trace_event *event, const struct trace_line *rest)
{
	struct trace_span name = {event->name, strlen(event->name)};
	struct trace_span first = {event->arguments, strlen(event->arguments)};
	char *bytes = malloc(name.length + first.length +
			     rest->arguments.length + rest->result.length + 3);
	char *arguments;

	if (!bytes)
		return;			/* the call stays, unfinished */
	arguments = place(bytes, name);
	place(arguments, first);
	event->result = place(arguments + first.length, rest->arguments);
	place(event->result, rest->result);
	free(event->name);
	event->name = bytes;
	event->arguments = arguments;
	event->failed = rest->failed;
}
