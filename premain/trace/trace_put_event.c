/*
 * premain/trace/trace_put_event.c
 *
 * An event that was kept looks like the line that it was.
 */
#include "premain/trace/trace.h"

#include <string.h>

static struct trace_span span_of(const char *string)
{
	return (struct trace_span){string, strlen(string)};
}

void trace_put_event(struct text *text, const struct trace_event *event)
{
	trace_put_line(text, &(struct trace_line){
		.kind = event->kind,
		.name = span_of(event->name),
		.arguments = span_of(event->arguments),
		.result = span_of(event->result)});
}
