/*
 * premain/trace/take_result.c
 *
 * What a call returned:
 *   = 3 | = 3</etc/passwd> | = 0x7f1234 | = ? | = -1 ENOENT (No such file ...)
 *   = 1 ([{fd=3, revents=POLLIN}]) | = 0x8002 (flags O_RDWR)
 * and what may follow: <0.000123> (-T), (INJECTED), a comment of the reader's.
 * qemu writes -1 errno=2 (No such file or directory).
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

	for (at++; at < end; at++)
		if ((at[-1] == ' ' || at[-1] == '\t') && is_comment(at, end))
			return trim(span(text.at, at));
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

/* ENOENT of "-1 ENOENT (...)"; 2 of qemu's "-1 errno=2 (...)". */
static void find_error(struct trace_line *line)
{
	struct cursor c = {line->result.at,
			   line->result.at + line->result.length};
	const char *from;

	if (!take(&c, "-1 ") && !take(&c, "? "))
		return;
	if (!take(&c, "errno=") && !starts(&c, "E"))
		return;
	for (from = c.at; c.at < c.end && is_name(*c.at); c.at++)
		;
	line->error = span(from, c.at);
	line->failed = true;
}

void take_result(struct cursor *c, struct trace_line *line)
{
	struct trace_span text;

	skip_blanks(c);
	if (!take(c, "="))
		return;
	skip_blanks(c);
	text = trim(span(c->at, c->end));
	text = take_duration(text, line);
	line->result = take_duration(without_comment(text), line);
	find_error(line);
	c->at = c->end;
}
