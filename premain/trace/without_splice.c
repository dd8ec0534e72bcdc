/*
 * premain/trace/without_splice.c
 *
 * Where strace and the program write to one terminal, a program's text stands
 * in the middle of the call that has written it, and so do messages:
 *   write(1, "hello\n", 6hello
 *   ) = 6
 *   clone(child_stack=NULL, flags=SIGCHLDstrace: Process 12 attached
 *   , child_tidptr=0x7f0000000a10) = 12
 * The text is told by the string before it, which says how it begins, and
 * mostly how long it is.
 */
#include "premain/trace/cursor.h"

enum { KNOWN = 64 };		/* bytes of a text that are looked at */

/* Where a message of strace's begins, with the path that strace may have. */
static const char *find_message(const char *from, const char *end)
{
	const char *word = memmem(from, (size_t)(end - from), "strace: ", 8);
	const char *slash;

	if (!word)
		word = memmem(from, (size_t)(end - from), "Process ", 8);
	else if (word > from && word[-1] == '/')
		for (slash = word; slash > from && (is_name(slash[-1]) ||
		     is_one_of(slash[-1], "/.-")); slash--)
			if (slash[-1] == '/')
				word = slash - 1 - (slash - from > 1 &&
						    slash[-2] == '.');
	return word && is_note(&(struct cursor){word, end}) ? word : NULL;
}

/* Whether what follows begins as the string says, up to the line's end. */
static bool is_text(const struct cursor *c, const char *known, size_t length)
{
	const char *line = memchr(known, '\n', length);

	if (line == known)
		return left(c) == 0;
	if (line)
		length = (size_t)(line - known);
	if (length > left(c))
		length = left(c);
	return length && memcmp(c->at, known, length) == 0;
}

/* How many digits behind the string are the count's own; 0: no text follows
 * them. A string that is not cut has the length that they say; that of writev
 * is the first of several. */
static size_t count_length(struct cursor c, struct trace_span string,
			   bool vector)
{
	char known[KNOWN];
	size_t length = trace_unescape(known, sizeof known, string);
	bool whole = !vector && length < sizeof known &&
		     string.at[string.length - 1] == '"';
	const char *from = c.at, *end = c.at + count_digits(&c);

	while (++c.at <= end)
		if ((!whole || read_number(from, c.at) == length) &&
		    is_text(&c, known, length))
			return (size_t)(c.at - from);
	return 0;
}

/* Behind `write(1, "hello\n", `, or `writev(1, [{iov_base="hello\n", ...}], `:
 * the string, and where the count begins; false: it is another call. */
static bool find_count(struct cursor *c, struct trace_span *string,
		       bool *vector)
{
	const char *quote, *bracket;

	*vector = take(c, "writev(");
	if (!*vector && !take(c, "write("))
		return false;
	quote = memchr(c->at, '"', left(c));
	if (!quote)
		return false;
	c->at = skip_string(quote, c->end);
	*string = span(quote, c->at);
	if (take(c, "..."))
		string->length += 3;
	bracket = *vector ? memmem(c->at, left(c), "}], ", 4) : NULL;
	if (bracket)
		c->at = bracket + 2;
	return take(c, ", ") && count_digits(c);
}

/* read(0, typed: these two stop behind their first argument, until there is
 * something; what other programs write meanwhile begins like no argument. */
static const char *find_typed(struct cursor c)
{
	if (!take(&c, "read(") && !take(&c, "wait4("))
		return NULL;
	while (c.at < c.end && is_one_of(*c.at, "-0123456789"))
		c.at++;
	return take(&c, ", ") && left(&c) && !begins_argument(*c.at) ? c.at :
								       NULL;
}

size_t without_splice(const char *text, size_t length, size_t *written)
{
	struct cursor c = {text, text + length};
	const char *behind = find_message(c.at, c.end);
	struct trace_line line = {0};
	struct trace_span string;
	size_t digits;
	bool vector;

	*written = 0;
	if (behind)
		return (size_t)(behind - text);
	*written = TRACE_JOINED;
	take_prefix(&c, &line);
	behind = find_typed(c);
	if (behind)
		return (size_t)(behind - text);
	digits = find_count(&c, &string, &vector) ?
		 count_length(c, string, vector) : 0;
	if (!vector || digits == 0)	/* that count is one of pieces */
		*written = read_number(c.at, c.at + digits);
	return digits ? (size_t)(c.at + digits - text) : length;
}
