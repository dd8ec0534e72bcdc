/*
 * premain/trace/trace_unescape.c
 *
 * The bytes that a string of a log stands for: \n, \177, \x7f as strace writes
 * them. Source: strace(1), -x and -xx.
 */
#include "premain/trace/cursor.h"

/* Up to so many digits of the base. */
static char take_digits(struct cursor *c, size_t most, unsigned int base)
{
	unsigned int value = 0, digit;

	for (; most && c->at < c->end; most--, c->at++) {
		digit = (unsigned int)*c->at - (*c->at < 'a' ? '0' : 'a' - 10);
		if (digit >= base)
			break;
		value = value * base + digit;
	}
	return (char)value;
}

static char take_escape(struct cursor *c)
{
	static const char names[] = "abtnvfr";
	const char *name;

	if (*c->at >= '0' && *c->at <= '7')
		return take_digits(c, 3, 8);
	if (take(c, "x"))
		return take_digits(c, 2, 16);
	name = *c->at ? strchr(names, *c->at) : NULL;
	if (!name)
		return *c->at++;
	c->at++;
	return (char)('\a' + (name - names));
}

size_t trace_unescape(char *to, size_t room, struct trace_span string)
{
	struct cursor c = {string.at, string.at + string.length};
	size_t length = 0;

	take(&c, "\"");
	while (length < room && c.at < c.end && *c.at != '"') {
		if (*c.at == '\\' && left(&c) > 1) {
			c.at++;
			to[length++] = take_escape(&c);
		} else {
			to[length++] = *c.at++;
		}
	}
	return length;
}
