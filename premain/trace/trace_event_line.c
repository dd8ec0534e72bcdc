/*
 * premain/trace/trace_event_line.c
 *
 * An event that was kept, as the line that it was.
 */
#include "premain/trace/cursor.h"

static struct trace_span whole(const char *string)
{
	return span(string, string + strlen(string));
}

struct trace_line trace_event_line(const struct trace_event *event)
{
	struct trace_line line = {
		.kind = event->kind, .pid = event->pid,
		.name = whole(event->name),
		.arguments = whole(event->arguments),
		.result = whole(event->result), .failed = event->failed
	};

	find_error(&line);
	return line;
}
