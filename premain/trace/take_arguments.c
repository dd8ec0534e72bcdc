/*
 * premain/trace/take_arguments.c
 *
 * Where the arguments of a call end: at the bracket that closes the call, but
 * not at one in a string, in a comment, or in what -y writes of a descriptor,
 * 3</tmp/a(1)>. Some who paste logs have other quotes: “ and ”.
 */
#include "premain/trace/cursor.h"

/* The bytes of a quote at `at`; 0: there is none. */
static size_t quote(const char *at, const char *end)
{
	if (*at == '"')
		return 1;
	if (end - at >= 3 && (unsigned char)at[0] == 0xe2 &&
	    (unsigned char)at[1] == 0x80 &&
	    ((unsigned char)at[2] == 0x9c || (unsigned char)at[2] == 0x9d))
		return 3;
	return 0;
}

/* The end of a string that begins at `at`, behind its closing quote. */
static const char *skip_string(const char *at, const char *end)
{
	for (at += quote(at, end); at < end && !quote(at, end); at++)
		if (*at == '\\' && at + 1 < end)
			at++;
	return at < end ? at + quote(at, end) : end;
}

static const char *skip_comment(const char *at, const char *end)
{
	for (at += 2; end - at >= 2; at++)
		if (at[0] == '*' && at[1] == '/')
			return at + 2;
	return end;
}

/*
 * The end of what -y says of a descriptor: the `>` that something follows
 * which may stand behind an argument. TCP:[1.2.3.4:5->6.7.8.9:10] has others.
 */
static const char *skip_description(const char *at, const char *end)
{
	const char *from = at;

	for (at++; at < end; at++)
		if (*at == '>' && (at + 1 == end ||
				   strchr(",)]} |=>", at[1])))
			return at + 1;
	return from + 1;
}

bool take_arguments(struct cursor *c, struct trace_span *arguments)
{
	const char *at = c->at;
	size_t depth = 1;

	while (at < c->end) {
		if (quote(at, c->end)) {
			at = skip_string(at, c->end);
			continue;
		}
		if (*at == '/' && c->end - at > 1 && at[1] == '*') {
			at = skip_comment(at, c->end);
			continue;
		}
		if (*at == '<' && at > c->at &&
		    (is_digit(at[-1]) || at[-1] == 'D')) {
			at = skip_description(at, c->end);
			continue;
		}
		if (*at == '(')
			depth++;
		if (*at == ')' && --depth == 0) {
			*arguments = span(c->at, at);
			c->at = at + 1;
			return true;
		}
		at++;
	}
	return false;
}
