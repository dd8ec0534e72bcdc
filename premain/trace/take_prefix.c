/*
 * premain/trace/take_prefix.c
 *
 * What may stand before a call, in any order and any number of it:
 *   1234 | 1234<comm> | [pid 1234] | [pid 1234<comm>]	-f, -Y
 *   12:34:56 | 12:34:56.123456 | 1700000000.123456	-t, -tt, -ttt
 *   2026-11-22T12:34:56+0000			of other logs
 *   0.000123 | (+     0.000123)			-r
 *   [ 257] | [00007f1234567890] | [user_u:role_t]	-n, -i, --secontext
 *   > | # | 17: | 17) | 17 - 				a log that was pasted
 * Source: strace(1); strace's src/strace.c (printleader), 4.5 to 6.1.
 */
#include "premain/trace/cursor.h"

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

/* Digits where the form has a 0, and else what it has. */
static bool take_form(struct cursor *c, const char *form)
{
	const char *at = c->at;

	for (; *form; form++, at++)
		if (at == c->end ||
		    (*form == '0' ? !is_digit(*at) : *at != *form))
			return false;
	c->at = at;
	return true;
}

static bool take_clock(struct cursor *c)
{
	bool dated = take_form(c, "0000-00-00");

	if (dated && !take(c, "T") && !take(c, " "))
		return false;
	if (!take_form(c, "00:00:00"))
		return false;
	if (c->at < c->end && (*c->at == '.' || *c->at == ',')) {
		c->at++;
		c->at += count_digits(c);
	}
	while (dated && c->at < c->end &&
	       is_one_of(*c->at, "0123456789Z+-:"))	/* the zone */
		c->at++;
	return take_blank(c);
}

/* "1700000000.123456": an epoch, or seconds since the call before. */
static bool take_seconds(struct cursor *c)
{
	size_t digits = count_digits(c);

	if (digits == 0 || digits == left(c))
		return false;
	if (digits == 10 && c->at[digits] == ' ') {
		c->at += digits;
		return take_blank(c);
	}
	if (c->at[digits] != '.')
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

	if (!take(c, "(+ ") || !end)
		return false;
	c->at = end + 1;
	return true;
}

/* [ 257]; [00007f1234567890]; [????????????????]; [user_u:role_t:s0]. */
static bool take_numbers(struct cursor *c)
{
	const char *from;

	skip_blanks(c);
	for (from = c->at; c->at < c->end && (is_name(*c->at) ||
	     is_one_of(*c->at, "?:.,-")); c->at++)
		;
	return c->at > from && take(c, "]") && take_blank(c);
}

/* 12, 12<comm> */
static bool take_task(struct cursor *c, struct trace_line *line)
{
	size_t digits = count_digits(c);

	if (digits == 0 || digits > 9)
		return false;
	line->pid = (unsigned int)read_number(c->at, c->at + digits);
	c->at += digits;
	line->bare = starts(c, " ") && !starts(c, "  ");
	skip_comm(c);
	return true;
}

/* [pid 12], [pid 12<comm>], or what is in other brackets. */
static bool take_brackets(struct cursor *c, struct trace_line *line)
{
	if (!take(c, "["))
		return false;
	if (!take(c, "pid "))
		return take_numbers(c);
	skip_blanks(c);
	return take_task(c, line) && take(c, "]") && take_blank(c);
}

/* 1234, 1234<comm>: a pid, if nothing but blanks is behind it. strace writes
 * one of less than five digits with more than one blank, others do not. */
static bool take_pid(struct cursor *c, struct trace_line *line)
{
	unsigned int pid = line->pid;
	bool bare = line->bare;

	if (take_task(c, line) && !starts(c, "\t") && take_blank(c) &&
	    c->at < c->end)
		return true;
	line->pid = pid;
	line->bare = bare;
	return false;
}

/* "17:", "17)", "17.", "17 -", "17|", and a tab: a line's number in a
 * document; "17:write(1" is grep's. */
static bool take_paste_number(struct cursor *c)
{
	size_t digits = count_digits(c);

	if (digits == 0 || digits > 7)
		return false;
	c->at += digits;
	if (take(c, "\t"))
		return c->at < c->end;
	if (starts(c, ":") && left(c) > 1 && !is_one_of(c->at[1], " \t")) {
		c->at++;
		return true;
	}
	skip_blanks(c);
	if (c->at == c->end || !is_one_of(*c->at, "-:.)|"))
		return false;
	c->at++;
	return take_blank(c) && c->at < c->end;
}

/* "> ", "| ", "# ": quoted in a letter; but "| 00000  68 65" is strace's, and
 * "> /lib/libc.so.6(write+0x4d) [0xec9ed]". */
static bool take_quoting(struct cursor *c)
{
	return starts_any(c, "> \0" ">\t\0" "| \0" "# \0") && !is_note(c) &&
	       (c->at++, take_blank(c)) && c->at < c->end;
}

unsigned int take_paste(struct cursor *c, unsigned int kinds)
{
	unsigned int taken = 0, kind;
	struct cursor before;

	do {
		skip_blanks(c);
		before = *c;
		kind = kinds & PASTE_QUOTING && take_quoting(c) ?
		       PASTE_QUOTING : 0;
		if (!kind) {
			*c = before;
			kind = kinds & PASTE_NUMBER && take_paste_number(c) ?
			       PASTE_NUMBER : 0;
		}
		taken |= kind;
	} while (kind);
	*c = before;
	return taken;
}

static bool take_time(struct cursor *c, struct trace_line *line)
{
	struct cursor before = *c;

	if (!take_clock(c) && (*c = before, !take_seconds(c)) &&
	    (*c = before, !take_relative(c)))
		return false;
	line->time = span(before.at, c->at);
	while (line->time.at[line->time.length - 1] == ' ')
		line->time.length--;
	return true;
}

/* The first byte says what it can be. */
static bool take_one(struct cursor *c, struct trace_line *line)
{
	struct cursor before = *c;
	char first = left(c) ? *c->at : '\0';

	if (first == '[' ? take_brackets(c, line) :
	    first == '(' ? take_time(c, line) :
	    is_digit(first) ? take_time(c, line) ||
		(*c = before, take_paste_number(c)) ||
		(*c = before, take_pid(c, line)) : take_quoting(c))
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
