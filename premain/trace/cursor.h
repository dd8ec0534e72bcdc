/*
 * premain/trace/cursor.h
 *
 * A place in a line and the line's end: what the readers of this room share.
 */
#ifndef PREMAIN_TRACE_CURSOR_H
#define PREMAIN_TRACE_CURSOR_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "premain/trace/trace.h"

struct cursor {
	const char *at;
	const char *end;
};

static inline bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline bool is_hex(char c)
{
	return is_digit(c) || (c >= 'a' && c <= 'f');
}

/* A byte of the set; a NUL is in none. */
bool is_one_of(char c, const char *set);

/* A letter, a digit or "_". */
bool is_name(char c);

static inline size_t left(const struct cursor *c)
{
	return (size_t)(c->end - c->at);
}

/* Whether the word is there: at the beginning (or any of several, with a NUL
 * behind each), at the end, and passed. */
bool starts(const struct cursor *c, const char *word);
bool starts_any(const struct cursor *c, const char *words);
bool ends(const struct cursor *c, const char *word);
bool take(struct cursor *c, const char *word);

void skip_blanks(struct cursor *c);
size_t count_digits(const struct cursor *c);

/* What digits say; of a long number, the first nine. */
size_t read_number(const char *from, const char *to);

/* The error that a result tells of, if it does. */
void find_error(struct trace_line *line);

static inline struct trace_span span(const char *from, const char *to)
{
	return (struct trace_span){from, (size_t)(to - from)};
}

/* A name, and the four question marks of one that strace could not read. */
struct trace_span take_name(struct cursor *c);

/* write, writev: what they write may stand on the terminal they share. */
bool is_write(struct trace_span name);

/* How much a write is to write: its last argument; TRACE_JOINED, that it is
 * not known. */
size_t write_length(const struct trace_line *line);

/* What stands in front of a line's own words: pid, time, numbers. */
void take_prefix(struct cursor *c, struct trace_line *line);

/* Of that, what a document adds: "> ", and its lines' numbers. Of those kinds;
 * the ones that are there. Blanks are taken in any case. */
enum { PASTE_QUOTING = 1, PASTE_NUMBER = 2 };
unsigned int take_paste(struct cursor *c, unsigned int kinds);

/* Arguments up to the bracket that closes them; false without one. */
bool take_arguments(struct cursor *c, struct trace_span *arguments);

/* The end of a string, behind its closing quote. */
const char *skip_string(const char *at, const char *end);

/* " = RESULT <SECONDS> # comment", up to the end of the line. False: what is
 * there is no result. */
bool take_result(struct cursor *c, struct trace_line *line);

/* strace's words that are no call: its messages, the stack of -k. */
bool is_note(const struct cursor *c);

/* The line without what other programs have made of it: colours of a terminal,
 * &lt; of a web page, the quotes and dashes of a word processor. False: there
 * was nothing of that. */
bool clean_line(struct text *clean, const char *text, size_t length);

/* "abc", [1, 2], {a=1}, NULL, 0x7f12, <unfinished ...> */
static inline bool begins_argument(char c)
{
	return is_one_of(c, "\"[{N0<");
}

/* How much of a call's beginning is its own: what follows was written by the
 * program, or is a message of strace's. *written: how many bytes; TRACE_JOINED
 * where that is not known, 0 for a message. */
size_t without_splice(const char *text, size_t length, size_t *written);

#endif
