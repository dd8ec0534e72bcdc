/*
 * premain/text/text_put_visible.c
 *
 * File names and the output of programs are hostile to a terminal: only
 * printable ASCII reaches it as it is.
 */
#include "premain/text/text.h"

void text_put_visible(struct text *text, const char *bytes, size_t length)
{
	size_t i;

	for (i = 0; i < length; i++) {
		unsigned char byte = (unsigned char)bytes[i];

		if (byte >= ' ' && byte <= '~')
			text_add(text, bytes + i, 1);
		else if (byte == '\n')
			text_put(text, "\\n");
		else if (byte == '\t')
			text_put(text, "\\t");
		else
			text_format(text, "\\x%02x", byte);
	}
}
