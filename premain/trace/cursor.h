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

static inline bool is_one_of(char c, const char *set)
{
	return c && strchr(set, c);
}

static inline bool is_name(char c)
{
	return is_digit(c) || (c >= 'a' && c <= 'z') ||
	       (c >= 'A' && c <= 'Z') || c == '_';
}

static inline size_t left(const struct cursor *c)
{
	return (size_t)(c->end - c->at);
}

static inline bool starts(const struct cursor *c, const char *word)
{
	size_t length = strlen(word);

	return left(c) >= length && memcmp(c->at, word, length) == 0;
}

static inline bool ends(const struct cursor *c, const char *word)
{
	size_t length = strlen(word);

	return left(c) >= length &&
	       memcmp(c->end - length, word, length) == 0;
}

static inline bool take(struct cursor *c, const char *word)
{
	if (!starts(c, word))
		return false;
	c->at += strlen(word);
	return true;
}

static inline void skip_blanks(struct cursor *c)
{
	while (c->at < c->end && (*c->at == ' ' || *c->at == '\t'))
		c->at++;
}

static inline size_t count_digits(const struct cursor *c)
{
	const char *at = c->at;

	while (at < c->end && is_digit(*at))
		at++;
	return (size_t)(at - c->at);
}

static inline struct trace_span span(const char *from, const char *to)
{
	return (struct trace_span){from, (size_t)(to - from)};
}

/* A name, and the four question marks of one that strace could not read. */
static inline struct trace_span take_name(struct cursor *c)
{
	const char *from = c->at;

	if (!take(c, "????"))
		while (c->at < c->end && is_name(*c->at))
			c->at++;
	return span(from, c->at);
}

/* write, writev: what they write may stand on the terminal they share. */
static inline bool is_write(struct trace_span name)
{
	return (name.length == 5 || name.length == 6) &&
	       memcmp(name.at, "writev", name.length) == 0;
}

/* What stands in front of a line's own words: pid, time, numbers. */
void take_prefix(struct cursor *c, struct trace_line *line);

/* Of that, what a document adds: its lines' numbers, and "> ". False: that is
 * nothing. Blanks are taken in any case. */
bool take_paste(struct cursor *c);

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

/* How much of a call's beginning is its own: what follows was written by the
 * program, or is a message of strace's. *missing: bytes of the program's text
 * that are still to come; 0 where it was none, or its length is not known. */
size_t without_splice(const char *text, size_t length, size_t *missing);

#endif
