/* premain/report/put.c
 * The small pieces: cut text, numbers, two lists side by side. */
#include "premain/report/report.h"

/* The bytes that the first `width` columns take: here a UTF-8 sequence is
 * one column (it is our own ellipsis), and a byte 10xxxxxx goes with it. */
static size_t first_columns(const char *bytes, size_t length, size_t width)
{
	size_t i;

	for (i = 0; i < length; i++)
		if (((unsigned char)bytes[i] & 0xc0) != 0x80 && width-- == 0)
			break;
	return i;
}

size_t count_columns(const char *bytes, size_t length)
{
	size_t columns = 0, i;

	for (i = 0; i < length; i++)
		columns += ((unsigned char)bytes[i] & 0xc0) != 0x80;
	return columns;
}

size_t put_cut(struct text *text, const char *bytes, size_t length,
	       size_t width, const struct terminal *terminal)
{
	size_t columns = count_columns(bytes, length);
	size_t ellipsis = terminal_ellipsis_width(terminal);

	if (columns <= width) {
		text_add(text, bytes, length);
		return columns;
	}
	if (width < ellipsis)
		ellipsis = 0;
	text_add(text, bytes, first_columns(bytes, length, width - ellipsis));
	if (ellipsis)
		text_put(text, terminal_ellipsis(terminal));
	return width;
}

void put_number(struct text *text, unsigned long long number)
{
	if (number >= 1000) {
		put_number(text, number / 1000);	/* at most 6 deep */
		text_format(text, ",%03llu", number % 1000);
	} else {
		text_format(text, "%llu", number);
	}
}

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
		if (i < right.count) {
			text_put(text, " ");
			put_line(text, right, i, terminal->width - width - 3,
				 false, terminal);
		}
		text_put(text, "\n");
	}
}
