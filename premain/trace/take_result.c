/*
 * premain/trace/take_result.c
 *
 * What a call returned:
 *   = 3 | = 3</etc/passwd> | = 0x7f1234 | = ? | = -1 ENOENT (No such file ...)
 *   = 1 ([{fd=3, revents=POLLIN}]) | = 0x8002 (flags O_RDWR)
 * and what may follow: <0.000123> (-T), (INJECTED). Anything else behind it is
 * its reader's.
 * qemu writes -1 errno=2 (No such file or directory); strace -1 (errno 524) of
 * an error that has no name.
 */
#include "premain/trace/cursor.h"

/* ENOENT, E2BIG, errno=2 */
static bool take_error(struct cursor *c, struct trace_span *name)
{
	if (!take(c, "errno=") && !(starts(c, "E") && left(c) > 1 &&
				    c->at[1] < 'a' && is_name(c->at[1])))
		return false;
	*name = take_name(c);
	return true;
}

/* ENOENT of "-1 ENOENT (...)"; 2 of "-1 errno=2 (...)" and "-1 (errno 2)". */
void find_error(struct trace_line *line)
{
	struct cursor c = {line->result.at,
			   line->result.at + line->result.length};

	if (take(&c, "-1 (errno ")) {
		line->error = take_name(&c);
		line->failed = true;
	} else if (take(&c, "-1 ") || take(&c, "? ")) {
		line->failed = take_error(&c, &line->error);
	}
}

/* A number or a question mark, and what may stand behind one without a
 * blank. */
static bool take_value(struct cursor *c)
{
	const char *from;

	if (take(c, "?"))
		return c->at == c->end || is_one_of(*c->at, " \t<");
	take(c, "-");
	from = c->at;
	if (take(c, "0x"))
		while (c->at < c->end && is_hex(*c->at))
			c->at++;
	else
		c->at += count_digits(c);
	return (c->at > from || c->at == c->end) &&
	       (c->at == c->end || is_one_of(*c->at, " \t<(,;"));
}

/* "<0.000123>", if it is there. False: the line is broken in it. */
static bool take_duration(struct cursor *c, struct trace_line *line)
{
	const char *from = c->at + 1;

	if (!take(c, "<") || (left(c) && !count_digits(c)))
		return true;
	while (c->at < c->end && *c->at != '>')
		c->at++;
	line->duration = span(from, c->at);
	return take(c, ">");
}

/* Behind what closes the bracket here. False: the line is broken before. */
static bool skip_brackets(struct cursor *c, char close)
{
	char open = *c->at;
	size_t depth = 0;

	do {
		depth += *c->at == open;
		depth -= *c->at == close && c->at[-1] != '-';	/* a:1->b:2 */
	} while (++c->at < c->end && depth);
	return !depth;
}

bool take_result(struct cursor *c, struct trace_line *line)
{
	const char *from;

	if (!take(c, "="))
		return false;
	skip_blanks(c);
	line->cut = c->at == c->end;
	from = c->at;
	if (line->cut || !take_value(c))
		return false;
	line->cut = c->at[-1] == 'x' ||
		    (c->at == c->end && c->at - from <= 2 && *from == '-');
	if (starts(c, "<"))
		line->cut = !skip_brackets(c, '>');
	for (;;) {
		line->result = span(from, c->at);
		skip_blanks(c);
		if (starts(c, "("))
			line->cut = !skip_brackets(c, ')');
		else if (!take_error(c, &line->error))
			break;
	}
	line->cut = !take_duration(c, line) || line->cut;
	line->remark = left(c);
	find_error(line);
	c->at = c->end;
	return true;
}
