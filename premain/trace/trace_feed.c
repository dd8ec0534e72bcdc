/*
 * premain/trace/trace_feed.c
 *
 * Cuts a stream into lines. A line is bounded: what is over TRACE_LINE bytes
 * of it is left out, however long it goes on.
 */
#include "premain/trace/trace.h"

#include <stdlib.h>
#include <string.h>

static void end_line(struct trace *trace)
{
	size_t done = 0;

	while (done < trace->line_length) {
		struct trace_line parsed;

		done += trace_parse_line(trace->line + done,
					 trace->line_length - done, &parsed);
		trace_record_line(trace, &parsed);
	}
	trace->line_length = 0;
}

void trace_feed(struct trace *trace, const char *bytes, size_t length)
{
	while (length) {
		const char *end = memchr(bytes, '\n', length);
		size_t piece = end ? (size_t)(end - bytes) : length;
		size_t room = TRACE_LINE - trace->line_length;
		size_t used = piece < room ? piece : room;

		memcpy(trace->line + trace->line_length, bytes, used);
		trace->line_length += used;
		if (!end)
			return;
		end_line(trace);
		bytes += piece + 1;
		length -= piece + 1;
	}
}

void trace_end(struct trace *trace)
{
	end_line(trace);
}

void trace_free(struct trace *trace)
{
	size_t i;

	for (i = 0; i < trace->count; i++)
		free(trace->events[i].name);
	free(trace->events);
	trace->events = NULL;
	trace->count = 0;
	trace->room = 0;
}
