/*
 * premain/report/put_cut.c
 *
 * Text that fits, or ends in an ellipsis where it does not.
 */
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
