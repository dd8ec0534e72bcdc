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
	TRACE_LINE = 1 << 20,	/* bytes kept of a line, the rest is cut */
	TRACE_EVENTS = 20000,	/* events kept; all are counted */
	TRACE_NAMES = 512,	/* distinct calls; Linux has fewer than 400 */
	TRACE_NAME = 32,
	TRACE_OPEN = 4096,	/* calls unfinished at the same time */
	TRACE_PLACES = 8,	/* among those, for one pid */
	TRACE_HELD = 256,	/* lines that one call is broken into */
	TRACE_JOINED = 1 << 16	/* bytes of those */
};

enum trace_kind {
	TRACE_UNKNOWN,		/* kept and counted, never guessed */
	TRACE_CALL,
	TRACE_UNFINISHED,	/* name(arguments <unfinished ...> */
	TRACE_RESUMED,		/* <... name resumed>arguments) = result */
	TRACE_SIGNAL,		/* --- SIGSEGV {...} --- */
	TRACE_EXIT,		/* +++ exited with 0 +++ */
	TRACE_NOTE,		/* strace's own words: no call */
	TRACE_OUTPUT		/* the program's own, between strace's */
};

struct trace_span {
	const char *at;
	size_t length;
};

/* One line as it stands; the spans point into it. */
struct trace_line {
	enum trace_kind kind;
	unsigned int pid;		/* 0 where the line names none */
	bool failed;
	bool bare;			/* the pid may be a line's number */
	bool closed;			/* the bracket is there, no result */
	bool cut;			/* the next line may go on with it */
	bool begun;			/* something does, what it may be */
	struct trace_span time;		/* as it stands: -t, -tt, -ttt, -r */
	struct trace_span name;
	struct trace_span arguments;
	struct trace_span result;	/* empty where the call has none */
	struct trace_span error;	/* ENOENT, or qemu's number */
	struct trace_span duration;	/* in seconds: -T */
	struct trace_span output;	/* what the program wrote in between */
	size_t remark;			/* bytes of a reader's at the end */
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
	unsigned long long number;	/* of its line; 0: there is none */
	bool closed;		/* only its result is missing (qemu) */
	char name[TRACE_NAME];
	struct text arguments;	/* so far */
};

/* A line of a call that is broken over several. */
struct trace_piece {
	size_t start, end;	/* in the text of all */
	size_t from, to;	/* the call's own part of it */
	bool apart;		/* it was broken at a blank */
	unsigned long long number;
};

/* Who takes events as they come: then none is kept. A call that goes on in
 * another line is handed on when it is whole; where its end does not come, as
 * unfinished, and where its beginning is missing, as resumed. */
struct trace_taker {
	void (*take)(void *to, const struct trace_line *line,
		     unsigned long long number);
	void *to;
};

/* What is large comes last: the rest is near the beginning, and so cheap to
 * reach. */
struct trace {
	bool whole;		/* what is held is an event as it stands, */
	bool complete;		/* and nothing shows that there is more */
	bool soft;		/* lines are broken at blanks */
	bool in_table;		/* in the table of -c */
	bool lost;		/* memory ran out */
	unsigned int counted;	/* pids that have gone up by one a line */
	unsigned int last_pid;
	struct text line;	/* what is read of it, behind the pieces */
	size_t piece_count;
	size_t output;		/* bytes that the program has yet to write */
	size_t longest;		/* line near this one; and since its number */
	size_t longest_near;	/* could last be divided: see end_line.c */
	struct trace_open *open;	/* TRACE_OPEN of them, or NULL */
	struct trace_open *newest;
	size_t open_count;
	unsigned long long lines;
	unsigned long long number;	/* of the event's line */
	struct trace_taker taker;
	unsigned long long calls, failed, unknown, notes;
	unsigned long long cut;		/* of the unknown: over TRACE_LINE */
	struct trace_event *events;
	size_t count, room;
	struct text joined, clean;
	size_t distinct;
	char names[TRACE_NAMES][TRACE_NAME];
	struct trace_piece pieces[TRACE_HELD];
};

/* Where a task's call may be, place i of TRACE_PLACES, if any call is open: by
 * its pid, so that no search is long. */
static inline struct trace_open *trace_place(const struct trace *trace,
					     unsigned int pid, size_t i)
{
	return &trace->open[(pid + i) % TRACE_OPEN];
}

/* Reads the next piece of a log, cut anywhere. trace_end: no more comes. */
void trace_feed(struct trace *trace, const char *bytes, size_t length);
void trace_end(struct trace *trace);

/* Reads the next piece from a descriptor. Its bytes; 0 at the end, and -1 with
 * errno: then the trace has ended. */
ssize_t trace_read(struct trace *trace, int fd);
void trace_free(struct trace *trace);

/* Reads one line. Returns how many bytes it used: fewer than length where
 * another task's line was spliced into this one (qemu does so). A result that
 * stands alone is a call resumed whose name is empty. */
size_t trace_parse_line(const char *line, size_t length,
			struct trace_line *parsed);

/* "name(arguments) = result", or what else it is, visibly; without its pid. */
void trace_put_line(struct text *text, const struct trace_line *line);
void trace_put_event(struct text *text, const struct trace_event *event);

/* The line that an event was; its spans point into the event. */
struct trace_line trace_event_line(const struct trace_event *event);

void trace_record_line(struct trace *trace, const struct trace_line *line);

/* The calls that have not returned: no more comes. */
void trace_record_open(struct trace *trace);
void trace_count_call(struct trace *trace, struct trace_span name);

/* What a string of a log says, without its quotes and escapes: at most room
 * bytes. The string may be cut ("abc"...). */
size_t trace_unescape(char *to, size_t room, struct trace_span string);

/* Keeps an event; returns its number, (size_t)-1 where it is not kept; and
 * puts the whole call into the place of what had begun. */
size_t trace_keep(struct trace *trace, const struct trace_line *line);
void trace_complete(struct trace *trace, size_t event,
		    const struct trace_line *whole);

#endif
