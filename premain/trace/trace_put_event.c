/*
 * premain/trace/trace_put_event.c
 *
 * An event that was kept looks like the line that it was.
 */
#include "premain/trace/trace.h"

void trace_put_event(struct text *text, const struct trace_event *event)
{
	struct trace_line line = trace_event_line(event);

	trace_put_line(text, &line);
}
