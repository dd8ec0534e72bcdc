/*
 * premain/trace/trace_feed.c
 *
 * Cuts a stream into lines, and puts together what belongs together: a call
 * that is broken over several lines, by who has pasted it or by what the
 * program itself has written in between (strace and the program on one
 * terminal). A line is bounded: what is over TRACE_LINE bytes of it is left
 * out, however long it goes on.
 */
#include "premain/trace/cursor.h"

#include <stdlib.h>

/* A piece of the log that has been read, but is not recorded yet. */
struct reading {
	struct trace_line parsed;	/* its first event */
	size_t used;			/* the bytes of that */
};

static bool is_known(const char *text, size_t length, struct reading *reading)
{
	reading->used = trace_parse_line(text, length, &reading->parsed);
	return reading->parsed.kind != TRACE_UNKNOWN;
}

/* Mostly one call; where qemu has spliced another task's into it, more. */
static void record(struct trace *trace, const char *text, size_t length,
		   struct reading *reading)
{
	size_t done = reading->used;

	if (length)
		trace_record_line(trace, &reading->parsed);
	while (done < length) {
		done += trace_parse_line(text + done, length - done,
					 &reading->parsed);
		trace_record_line(trace, &reading->parsed);
	}
}

/* What is held has no end: it is kept as it stands. */
static void give_up(struct trace *trace)
{
	struct reading reading;

	if (!trace->held)
		return;
	is_known(trace->line, trace->held, &reading);
	record(trace, trace->line, trace->held, &reading);
	trace->unknown += trace->held_lines - 1;
	trace->held = 0;
	trace->held_lines = 0;
}

/* Whether a call begins here: name( behind whatever may be before it. */
static bool begins_call(const char *text, size_t length)
{
	struct cursor c = {text, text + length};
	struct trace_line line = {0};
	const char *name;

	take_prefix(&c, &line);
	for (name = c.at; c.at < c.end && is_name(*c.at); c.at++)
		;
	return c.at > name && c.at < c.end && *c.at == '(';
}

/* The table of -c: from its heading to its total, or to the next call. */
static bool is_table(struct trace *trace, const char *text, size_t length)
{
	struct cursor c = {text, text + length};

	skip_blanks(&c);
	if (starts(&c, "% time"))
		trace->in_table = true;
	if (!trace->in_table)
		return false;
	trace->notes++;
	if (length >= 5 && memcmp(text + length - 5, "total", 5) == 0)
		trace->in_table = false;
	return true;
}

/* A line that is nothing by itself: the next part of a call, or the first. */
static bool hold(struct trace *trace, const char *text, size_t length)
{
	struct reading reading;

	if (trace->held &&
	    is_known(trace->line, trace->line_length, &reading)) {
		record(trace, trace->line, trace->line_length, &reading);
		trace->held = 0;
		trace->held_lines = 0;
		trace->line_length = 0;
		return true;
	}
	if ((!trace->held && !begins_call(text, length)) ||
	    trace->line_length == TRACE_LINE ||
	    trace->held_lines == TRACE_HELD)
		return false;
	trace->held = trace->line_length;
	trace->held_lines++;
	return true;
}

static void end_line(struct trace *trace)
{
	const char *text = trace->line + trace->held;
	size_t length = trace->line_length - trace->held;
	struct reading reading;

	trace->lines++;
	if (is_table(trace, text, length)) {
		trace->line_length = trace->held;
		return;
	}
	if (!is_known(text, length, &reading) && hold(trace, text, length))
		return;
	give_up(trace);
	record(trace, text, length, &reading);
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
	if (trace->line_length > trace->held)
		end_line(trace);
	give_up(trace);
	trace->line_length = 0;
}

void trace_free(struct trace *trace)
{
	size_t i;

	for (i = 0; i < trace->count; i++)
		free(trace->events[i].name);
	for (i = 0; i < trace->open_count; i++)
		free(trace->open[i].arguments);
	trace->open_count = 0;
	free(trace->events);
	trace->events = NULL;
	trace->count = 0;
	trace->room = 0;
}
