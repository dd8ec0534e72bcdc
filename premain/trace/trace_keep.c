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

/* False: there is no memory, and the event is as it was. */
static bool fill(struct trace_event *event, const struct trace_line *line)
{
	char *bytes = malloc(line->name.length + line->arguments.length +
			     line->result.length + 3);

	if (!bytes)
		return false;
	free(event->name);
	event->kind = line->kind == TRACE_UNFINISHED ||
		      line->kind == TRACE_RESUMED ? TRACE_CALL : line->kind;
	event->failed = line->failed;
	event->name = bytes;
	event->arguments = place(event->name, line->name);
	event->result = place(event->arguments, line->arguments);
	place(event->result, line->result);
	return true;
}

size_t trace_keep(struct trace *trace, const struct trace_line *line)
{
	struct trace_event *event;

	if (trace->count == TRACE_EVENTS)
		return (size_t)-1;
	event = list_grow(&trace->events, trace->count, &trace->room,
			  sizeof *event);
	if (!event || !fill(event, line)) {
		trace->lost = true;
		return (size_t)-1;
	}
	event->pid = line->pid;
	return trace->count++;
}

void trace_complete(struct trace *trace, size_t event,
		    const struct trace_line *whole)
{
	if (event != (size_t)-1 && !fill(&trace->events[event], whole))
		trace->lost = true;	/* the call stays, unfinished */
}
