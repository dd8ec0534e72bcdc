/*
 * premain/trace/trace_event_line.c
 *
 * An event that was kept, as the line that it was.
 */
#include "premain/trace/trace.h"

#include <string.h>

static struct trace_span span(const char *string)
{
	return (struct trace_span){string, string ? strlen(string) : 0};
}

/* In "-1 ENOENT (No such file)", and in "-1 errno=2 (No such file)". */
static struct trace_span find_error(const char *result)
{
	const char *error = result ? strchr(result, ' ') : NULL;

	if (!error)
		return (struct trace_span){NULL, 0};
	error++;
	if (strncmp(error, "errno=", 6) == 0)
		error += 6;
	return (struct trace_span){error, strcspn(error, " ")};
}

struct trace_line trace_event_line(const struct trace_event *event)
{
	struct trace_line line = {
		.kind = event->kind, .pid = event->pid,
		.name = span(event->name), .arguments = span(event->arguments),
		.result = span(event->result), .failed = event->failed
	};

	if (event->failed)
		line.error = find_error(event->result);
	return line;
}
