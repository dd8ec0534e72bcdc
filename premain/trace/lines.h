/*
 * premain/trace/lines.h
 *
 * From bytes to lines, and from lines to calls that are whole: read_text reads
 * a line, pieces.c holds lines that belong together, end_line decides.
 */
#ifndef PREMAIN_TRACE_LINES_H
#define PREMAIN_TRACE_LINES_H

#include "premain/trace/cursor.h"

/* A text that has been read, but is not recorded yet. */
struct reading {
	struct trace_line parsed;	/* its first event */
	size_t used;			/* the bytes of that */
	const char *text;
	size_t length;
};

/* False: it is nothing that strace or qemu has written. */
bool read_text(struct trace *trace, const char *text, size_t length,
	       struct reading *reading);

/* Mostly one call; where qemu has spliced another task's into it, more. */
void record(struct trace *trace, struct reading *reading,
	    unsigned long long number);
void record_text(struct trace *trace, enum trace_kind kind, const char *text,
		 size_t length);

/* Whether a line is of the table of -c. */
bool is_table(struct trace *trace, struct cursor line);

/* The bytes of all lines that are held. */
size_t held_bytes(const struct trace *trace);

/* Holds a call's own part of a line, which may go on in the next. */
void hold_piece(struct trace *trace, struct cursor line, struct cursor own,
		bool rest);

/* The next line of a call, which may make it whole. False: it is none, and
 * nothing is held any more. */
bool add_piece(struct trace *trace, struct cursor line, struct cursor own,
	       bool rest, struct cursor next);

/* Whether what comes next may be more of a line's result, or is not here yet:
 * what is before it in a document is passed over. */
bool may_go_on(struct cursor next);

/* No more belongs to what is held. It is an event as it stands, or each line
 * is read by itself. */
void release_pieces(struct trace *trace);

/* A line is there, in the stream or behind the pieces that are held; and what
 * is there already of those behind it. */
void end_line(struct trace *trace, struct cursor line, struct cursor next);

#endif
