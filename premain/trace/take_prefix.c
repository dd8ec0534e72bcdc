/*
 * premain/trace/take_prefix.c
 *
 * What may stand before a call, in any order and any number of it:
 *   1234 | 1234<comm> | [pid 1234] | [pid 1234<comm>]	-f, -Y
 *   12:34:56 | 12:34:56.123456 | 1700000000.123456	-t, -tt, -ttt
 *   0.000123 | (+     0.000123)			-r
 *   [ 257] | [00007f1234567890]			-n, -i
 *   > | 17: | 17) | 17 - 				a log that was pasted
 * Source: strace(1); strace's src/strace.c (printleader), 4.5 to 6.1.
 */
#include "premain/trace/cursor.h"

static unsigned int number(struct trace_span digits)
{
	unsigned int value = 0;

	for (size_t i = 0; i < digits.length && i < 9; i++)
		value = value * 10 + (unsigned int)(digits.at[i] - '0');
	return value;
}

/* "<comm>" behind a pid. */
static void skip_comm(struct cursor *c)
{
	const char *end;

	if (c->at == c->end || *c->at != '<')
		return;
	end = memchr(c->at, '>', left(c));
	if (end)
		c->at = end + 1;
}

static bool take_blank(struct cursor *c)
{
	const char *at = c->at;

	skip_blanks(c);
	return c->at > at || c->at == c->end;
}

static bool take_clock(struct cursor *c)
{
	static const char form[] = "00:00:00";
	size_t i;

	if (left(c) < sizeof form - 1)
		return false;
	for (i = 0; i < sizeof form - 1; i++)
		if (form[i] == ':' ? c->at[i] != ':' : !is_digit(c->at[i]))
			return false;
	c->at += i;
	if (c->at < c->end && (*c->at == '.' || *c->at == ',')) {
		c->at++;
		c->at += count_digits(c);
	}
	return take_blank(c);
}

/* "1700000000.123456": an epoch, or seconds since the call before. */
static bool take_seconds(struct cursor *c)
{
	size_t digits = count_digits(c);

	if (digits == 0 || digits == left(c) || c->at[digits] != '.')
		return false;
	c->at += digits + 1;
	digits = count_digits(c);
	c->at += digits;
	return digits >= 3 && take_blank(c);
}

/* "(+     0.000123)": what -r adds to -t. */
static bool take_relative(struct cursor *c)
{
	const char *end = memchr(c->at, ')', left(c));

	if (!take(c, "(+") || !end)
		return false;
	skip_blanks(c);
	c->end = end;
	if (!take_seconds(c) || c->at != end)
		return false;
	c->at = end + 1;
	return true;
}

/* [pid 12], [pid 12<comm>]; [ 257]; [00007f1234567890], [????????????????]. */
static bool take_brackets(struct cursor *c, struct trace_line *line)
{
	struct trace_span digits;

	if (!take(c, "["))
		return false;
	if (take(c, "pid")) {
		skip_blanks(c);
		digits = span(c->at, c->at + count_digits(c));
		c->at += digits.length;
		skip_comm(c);
		line->pid = number(digits);
		return digits.length && take(c, "]") && take_blank(c);
	}
	skip_blanks(c);
	if (c->at < c->end && *c->at == '?')
		while (c->at < c->end && *c->at == '?')
			c->at++;
	else
		while (c->at < c->end && is_name(*c->at) && *c->at != '_')
			c->at++;
	return take(c, "]") && take_blank(c);
}

/* 1234, 1234<comm>: a pid, if nothing but blanks is behind it. */
static bool take_pid(struct cursor *c, struct trace_line *line)
{
	struct trace_span digits = span(c->at, c->at + count_digits(c));

	if (digits.length == 0 || digits.length > 9)
		return false;
	c->at += digits.length;
	skip_comm(c);
	if (!take_blank(c) || c->at == c->end)
		return false;
	line->pid = number(digits);
	return true;
}

/* "17:", "17)", "17.", "17 -", "17|": a line's number in a document. */
static bool take_paste_number(struct cursor *c)
{
	size_t digits = count_digits(c);

	if (digits == 0 || digits > 6)
		return false;
	c->at += digits;
	skip_blanks(c);
	if (c->at == c->end || !strchr("-:.)|", *c->at))
		return false;
	c->at++;
	return take_blank(c) && c->at < c->end;
}

/* "> ": quoted in a letter; but "> /lib/libc.so.6(write+0x4d)" is strace's. */
static bool take_quoting(struct cursor *c)
{
	return take(c, ">") && take_blank(c) && c->at < c->end &&
	       *c->at != '/' && *c->at != '[';
}

static bool take_one(struct cursor *c, struct trace_line *line)
{
	struct cursor before = *c;

	if (take_clock(c) || (*c = before, take_seconds(c)) ||
	    (*c = before, take_relative(c))) {
		c->end = before.end;
		line->time = span(before.at, c->at);
		while (line->time.at[line->time.length - 1] == ' ')
			line->time.length--;
		return true;
	}
	if ((*c = before, take_brackets(c, line)) ||
	    (*c = before, take_paste_number(c)) ||
	    (*c = before, take_pid(c, line)) ||
	    (*c = before, take_quoting(c)))
		return true;
	*c = before;
	return false;
}

void take_prefix(struct cursor *c, struct trace_line *line)
{
	do
		skip_blanks(c);
	while (take_one(c, line));
}
