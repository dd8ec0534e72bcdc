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

/* What stands in front of a line's own words: pid, time, numbers. */
void take_prefix(struct cursor *c, struct trace_line *line);

/* Arguments up to the bracket that closes them; false without one. */
bool take_arguments(struct cursor *c, struct trace_span *arguments);

/* " = RESULT <SECONDS> # comment", up to the end of the line. */
void take_result(struct cursor *c, struct trace_line *line);

#endif
