/*
 * premain/trace/is_table.c
 *
 * The table of -c in a log: its heading, and its rows up to the total.
 */
#include "premain/trace/lines.h"

/* A row of the table of -c begins with a number, and no call has one. */
static bool is_row(const struct cursor *c)
{
	return c->at < c->end && (is_digit(*c->at) || starts(c, "------")) &&
	       !memchr(c->at, '(', left(c));
}

bool is_table(struct trace *trace, struct cursor c)
{
	skip_blanks(&c);
	if (starts(&c, "% time ")) {
		trace->in_table = true;
		return true;
	}
	if (!trace->in_table)
		return false;
	trace->in_table = is_row(&c) && !ends(&c, "total");
	return is_row(&c);
}
