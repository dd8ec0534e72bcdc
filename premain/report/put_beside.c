/*
 * premain/report/put_beside.c
 *
 * Two lists of lines in two columns, the shorter one filled up.
 */
#include "premain/report/report.h"

static void put_line(struct text *text, struct side side, size_t number,
		     size_t width, bool fill,
		     const struct terminal *terminal)
{
	size_t used = 0;

	if (number < side.count)
		used = put_cut(text, text_string(&side.lines[number]),
			       side.lines[number].length, width, terminal);
	if (fill)
		text_fill(text, ' ', width - used);
}

void put_beside(struct text *text, struct side left, struct side right,
		size_t width, const struct terminal *terminal)
{
	size_t count = left.count > right.count ? left.count : right.count;
	size_t i;

	for (i = 0; i < count; i++) {
		put_line(text, left, i, width, true, terminal);
		text_format(text, " %s", terminal_bar(terminal));
		if (i < right.count && right.lines[i].length) {
			text_put(text, " ");
			put_line(text, right, i, terminal->width - width - 3,
				 false, terminal);
		}
		text_put(text, "\n");
	}
}
