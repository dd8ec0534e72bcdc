/*
 * premain/trace/take_result.c
 *
 * What a call returned:
 *   = 3 | = 3</etc/passwd> | = 0x7f1234 | = ? | = -1 ENOENT (No such file ...)
 *   = 1 ([{fd=3, revents=POLLIN}]) | = 0x8002 (flags O_RDWR)
 * and what may follow: <0.000123> (-T), (INJECTED), a comment of the reader's.
 * qemu writes -1 errno=2 (No such file or directory); strace -1 (errno 524) of
 * an error that has no name.
 */
#include "premain/trace/cursor.h"

static struct trace_span trim(struct trace_span text)
{
	while (text.length && (text.at[text.length - 1] == ' ' ||
			       text.at[text.length - 1] == '\t'))
		text.length--;
	return text;
}

/* A comment begins behind a blank: # // <- or a slash and a star. */
static bool is_comment(const char *at, const char *end)
{
	if (*at == '#')
		return true;
	return end - at >= 2 && (memcmp(at, "//", 2) == 0 ||
				 memcmp(at, "/*", 2) == 0 ||
				 memcmp(at, "<-", 2) == 0);
}

static struct trace_span without_comment(struct trace_span text)
{
	const char *at = text.at, *end = text.at + text.length;
	size_t depth = 0;		/* strace's own are in brackets */

	for (at++; at < end; at++) {
		depth += *at == '(';
		depth -= depth && *at == ')';
		if (depth == 0 && is_one_of(at[-1], " \t") &&
		    is_comment(at, end))
			return trim(span(text.at, at));
	}
	return text;
}

/* " <0.000123>" at the end. */
static struct trace_span take_duration(struct trace_span text,
				       struct trace_line *line)
{
	const char *at = text.at + text.length;
	const char *end = at - 1;

	if (text.length < 5 || *end != '>')
		return text;
	for (at = end; at > text.at && (is_digit(at[-1]) || at[-1] == '.');)
		at--;
	if (at == end || at == text.at || at[-1] != '<')
		return text;
	line->duration = span(at, end);
	return trim(span(text.at, at - 1));
}

/* ENOENT of "-1 ENOENT (...)"; 2 of "-1 errno=2 (...)" and "-1 (errno 2)". */
void find_error(struct trace_line *line)
{
	struct cursor c = {line->result.at,
			   line->result.at + line->result.length};
	const char *from;

	if (!take(&c, "-1 ") && !take(&c, "? "))
		return;
	if (!take(&c, "errno=") && !take(&c, "(errno ") && !starts(&c, "E"))
		return;
	for (from = c.at; c.at < c.end && is_name(*c.at); c.at++)
		;
	line->error = span(from, c.at);
	line->failed = true;
}

/* A number or a question mark, and behind it what may follow one. */
static bool is_value(struct cursor c)
{
	const char *from;

	if (take(&c, "?"))
		return c.at == c.end || is_one_of(*c.at, " \t<");
	take(&c, "-");
	from = c.at;
	if (take(&c, "0x"))
		while (c.at < c.end && (is_digit(*c.at) ||
		       (*c.at >= 'a' && *c.at <= 'f')))
			c.at++;
	else
		c.at += count_digits(&c);
	return (c.at > from || c.at == c.end) &&
	       (c.at == c.end || is_one_of(*c.at, " \t<(,;"));
}

/* "(No such file", "<0.0001", "-1", "0x": the line has been broken here. */
static bool is_cut(struct trace_span text)
{
	size_t depth = 0, angles = 0;

	for (size_t i = 0; i < text.length; i++) {
		depth += text.at[i] == '(';
		depth -= depth && text.at[i] == ')';
		angles += text.at[i] == '<';
		angles -= angles && text.at[i] == '>';
	}
	return depth || angles || text.at[text.length - 1] == 'x' ||
	       (text.at[0] == '-' && text.length <= 2);
}

bool take_result(struct cursor *c, struct trace_line *line)
{
	struct trace_span text;

	if (!take(c, "="))
		return false;
	skip_blanks(c);
	if (c->at == c->end) {
		line->cut = true;
		return false;
	}
	if (!is_value(*c))
		return false;
	text = take_duration(trim(span(c->at, c->end)), line);
	line->result = take_duration(without_comment(text), line);
	line->cut = line->result.length == text.length && is_cut(text);
	find_error(line);
	c->at = c->end;
	return true;
}
