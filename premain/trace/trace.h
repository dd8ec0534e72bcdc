/*
 * premain/trace/trace.h
 *
 * What strace and qemu write about a program, read as a stream of bytes into
 * counts and events. One grammar for every command: parse_line knows a line,
 * record_line joins lines into calls. Memory is bounded whatever arrives.
 */
#ifndef PREMAIN_TRACE_H
#define PREMAIN_TRACE_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "premain/text/text.h"

enum trace_limits {
	TRACE_LINE = 4096,	/* bytes kept of a line, the rest is cut */
	TRACE_EVENTS = 20000,	/* events kept; all are counted */
	TRACE_NAMES = 512,	/* distinct calls; Linux has fewer than 400 */
	TRACE_NAME = 32,
	TRACE_OPEN = 64,	/* calls unfinished at the same time */
	TRACE_HELD = 16		/* lines that one call is broken into */
};

enum trace_kind {
	TRACE_UNKNOWN,		/* kept and counted, never guessed */
	TRACE_CALL,
	TRACE_UNFINISHED,	/* name(arguments <unfinished ...> */
	TRACE_RESUMED,		/* <... name resumed>arguments) = result */
	TRACE_SIGNAL,		/* --- SIGSEGV {...} --- */
	TRACE_EXIT,		/* +++ exited with 0 +++ */
	TRACE_NOTE		/* strace's own words: no call */
};

struct trace_span {
	const char *at;
	size_t length;
};

/* One line as it stands; the spans point into it. */
struct trace_line {
	enum trace_kind kind;
	unsigned int pid;		/* 0 where the line names none */
	struct trace_span time;		/* as it stands: -t, -tt, -ttt, -r */
	struct trace_span name;
	struct trace_span arguments;
	struct trace_span result;	/* empty where the call has none */
	struct trace_span error;	/* ENOENT, or qemu's number */
	struct trace_span duration;	/* in seconds: -T */
	bool failed;
};

struct trace_event {
	enum trace_kind kind;	/* CALL, SIGNAL, EXIT or UNKNOWN */
	unsigned int pid;
	bool failed;
	char *name;		/* the three, and the one allocation */
	char *arguments;
	char *result;
};

struct trace_open {
	unsigned int pid;
	size_t event;		/* (size_t)-1 where it is not kept */
	char name[TRACE_NAME];
	char *arguments;	/* so far, for who takes events; or NULL */
};

/* Who takes events as they come: then none is kept. A call that goes on in
 * another line is handed on when it is whole. */
struct trace_taker {
	void (*take)(void *to, const struct trace_line *line,
		     unsigned long long number);
	void *to;
};

struct trace {
	unsigned long long lines, calls, failed, unknown, notes;
	size_t distinct;
	char names[TRACE_NAMES][TRACE_NAME];
	struct trace_event *events;
	size_t count, room;
	struct trace_taker taker;
	struct trace_open open[TRACE_OPEN];
	size_t open_count;
	char line[TRACE_LINE];
	size_t line_length;
	size_t held;		/* bytes of lines that have no end yet */
	unsigned int held_lines;
	bool in_table;		/* between the first and last line of -c's */
	bool lost;		/* memory ran out */
};

/* Reads the next piece of a log, cut anywhere. trace_end: no more comes. */
void trace_feed(struct trace *trace, const char *bytes, size_t length);
void trace_end(struct trace *trace);

/* Reads the next piece from a descriptor. Its bytes; 0 at the end, and -1 with
 * errno: then the trace has ended. */
ssize_t trace_read(struct trace *trace, int fd);
void trace_free(struct trace *trace);

/* Reads one line. Returns how many bytes it used: fewer than length where
 * another task's line was spliced into this one (qemu does so). */
size_t trace_parse_line(const char *line, size_t length,
			struct trace_line *parsed);

/* "name(arguments) = result", or what else it is, visibly; without its pid. */
void trace_put_line(struct text *text, const struct trace_line *line);
void trace_put_event(struct text *text, const struct trace_event *event);

/* The line that an event was; its spans point into the event. */
struct trace_line trace_event_line(const struct trace_event *event);

void trace_record_line(struct trace *trace, const struct trace_line *line);
void trace_count_call(struct trace *trace, struct trace_span name);

/* Keeps an event; returns its number, (size_t)-1 where it is not kept. */
size_t trace_keep(struct trace *trace, const struct trace_line *line);
void trace_complete(struct trace_event *event, const struct trace_line *rest);

#endif
