/*
 * premain/trace/take_arguments.c
 *
 * Where the arguments of a call end: at the bracket that closes the call, but
 * not at one in a string, in a comment, or in what -y writes of a descriptor,
 * 3</tmp/a(1)>.
 */
#include "premain/trace/cursor.h"

const char *skip_string(const char *at, const char *end)
{
	for (at++; at < end && *at != '"'; at++)
		if (*at == '\\' && at + 1 < end)
			at++;
	return at < end ? at + 1 : end;
}

/* One comment may stand in another. */
static const char *skip_comment(const char *at, const char *end)
{
	size_t depth = 1;

	for (at += 2; end - at >= 2; at++)
		if (at[0] == '/' && at[1] == '*')
			depth++;
		else if (at[0] == '*' && at[1] == '/' && --depth == 0)
			return at + 2;
	return end;
}

/* 'M', '\'': a character, of a name that has four. */
static const char *skip_character(const char *at, const char *end)
{
	const char *close = at + (end - at > 1 && at[1] == '\\' ? 3 : 2);

	return close < end && *close == '\'' ? close + 1 : at + 1;
}

/*
 * The end of what -y says of a descriptor: the `>` that something follows
 * which may stand behind an argument. TCP:[1.2.3.4:5->6.7.8.9:10] has others.
 */
static const char *skip_description(const char *at, const char *end)
{
	for (at++; at < end; at++)
		if (*at == '>' && (at + 1 == end ||
				   is_one_of(at[1], ",()]} |=>")))
			return at + 1;
	return NULL;
}

/* 3<, AT_FDCWD<, and not 1<<CAP_CHOWN or a result's duration. */
static bool is_description(const struct cursor *c, const char *at)
{
	return *at == '<' && at > c->at && at + 1 < c->end &&
	       (is_digit(at[-1]) || at[-1] == 'D') && at[1] != '<';
}

static bool is_comment(const struct cursor *c, const char *at)
{
	return *at == '/' && c->end - at > 1 && at[1] == '*';
}

/* The bytes that are more than themselves: "'()/<, a bit for each. */
#define SPECIAL (1ULL << '"' | 1ULL << '\'' | 1ULL << '(' | 1ULL << ')' | \
		 1ULL << '/' | 1ULL << '<')

bool take_arguments(struct cursor *c, struct trace_span *arguments)
{
	const char *at = c->at, *behind;
	bool described = true;		/* there may be more descriptions */
	size_t depth = 1;

	while (at < c->end) {
		if (*at & 0xc0 || !(SPECIAL >> *at & 1)) {
			at++;
			continue;
		}
		if (*at == '"') {
			at = skip_string(at, c->end);
			continue;
		}
		if (*at == '\'') {
			at = skip_character(at, c->end);
			continue;
		}
		if (is_comment(c, at)) {
			at = skip_comment(at, c->end);
			continue;
		}
		if (described && is_description(c, at)) {
			behind = skip_description(at, c->end);
			described = behind;
			at = behind ? behind : at + 1;
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
