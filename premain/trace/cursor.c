/*
 * premain/trace/cursor.c
 *
 * The steps that every reader of a line takes.
 */
#include "premain/trace/cursor.h"

bool is_one_of(char c, const char *set)
{
	for (; *set; set++)
		if (*set == c)
			return true;
	return false;
}

bool is_name(char c)
{
	return is_digit(c) || (c >= 'a' && c <= 'z') ||
	       (c >= 'A' && c <= 'Z') || c == '_';
}

/* Behind the word, if it is here; NULL. */
static const char *behind(const struct cursor *c, const char *word)
{
	const char *at = c->at;

	for (; *word; word++, at++)
		if (at == c->end || *at != *word)
			return NULL;
	return at;
}

bool starts(const struct cursor *c, const char *word)
{
	return behind(c, word);
}

bool starts_any(const struct cursor *c, const char *words)
{
	for (; *words; words++) {
		if (starts(c, words))
			return true;
		while (*words)
			words++;
	}
	return false;
}

bool take(struct cursor *c, const char *word)
{
	const char *at = behind(c, word);

	if (at)
		c->at = at;
	return at;
}

bool ends(const struct cursor *c, const char *word)
{
	size_t length = strlen(word);

	return left(c) >= length &&
	       behind(&(struct cursor){c->end - length, c->end}, word);
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
