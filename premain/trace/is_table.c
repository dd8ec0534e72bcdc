/*
 * premain/trace/is_table.c
 *
 * The table of -c in a log: its heading, and its rows up to the total.
 */
#include "premain/trace/lines.h"

bool is_table(struct trace *trace, struct cursor c)
{
	bool row, heading;

	skip_blanks(&c);
	heading = starts(&c, "% time ");
	row = trace->in_table && left(&c) &&
	      (is_digit(*c.at) || starts(&c, "------")) &&
	      !memchr(c.at, '(', left(&c));	/* every call has one */
	trace->in_table = heading || (row && !ends(&c, "total"));
	return heading || row;
}
