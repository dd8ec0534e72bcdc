/*
 * premain/trace/cursor.c
 *
 * The steps that every reader of a line takes.
 */
#include "premain/trace/cursor.h"

bool is_one_of(char c, const char *set)
{
	return c && strchr(set, c);
}

bool is_name(char c)
{
	return is_digit(c) || (c >= 'a' && c <= 'z') ||
	       (c >= 'A' && c <= 'Z') || c == '_';
}

bool starts(const struct cursor *c, const char *word)
{
	size_t length = strlen(word);

	return left(c) >= length && memcmp(c->at, word, length) == 0;
}

bool starts_any(const struct cursor *c, const char *words)
{
	for (; *words; words += strlen(words) + 1)
		if (starts(c, words))
			return true;
	return false;
}

bool ends(const struct cursor *c, const char *word)
{
	size_t length = strlen(word);

	return left(c) >= length &&
	       memcmp(c->end - length, word, length) == 0;
}

bool take(struct cursor *c, const char *word)
{
	if (!starts(c, word))
		return false;
	c->at += strlen(word);
	return true;
}

void skip_blanks(struct cursor *c)
{
	while (c->at < c->end && (*c->at == ' ' || *c->at == '\t'))
		c->at++;
}

size_t count_digits(const struct cursor *c)
{
	const char *at = c->at;

	while (at < c->end && is_digit(*at))
		at++;
	return (size_t)(at - c->at);
}

struct trace_span take_name(struct cursor *c)
{
	const char *from = c->at;

	if (!take(c, "????"))
		while (c->at < c->end && is_name(*c->at))
			c->at++;
	return span(from, c->at);
}

bool is_write(struct trace_span name)
{
	return (name.length == 5 || name.length == 6) &&
	       memcmp(name.at, "writev", name.length) == 0;
}

size_t read_number(const char *from, const char *to)
{
	size_t value = 0;

	for (; from < to && value < 100000000; from++)
		value = value * 10 + (size_t)(*from - '0');
	return value;
}

size_t write_length(const struct trace_line *line)
{
	const char *end = line->arguments.at + line->arguments.length;
	const char *at = end;

	while (at > line->arguments.at && is_digit(at[-1]))
		at--;
	return line->name.length == 5 && at < end ? read_number(at, end) :
						    TRACE_JOINED;
}
