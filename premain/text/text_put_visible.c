/*
 * premain/text/text_put_visible.c
 *
 * File names and the output of programs are hostile to a terminal: only
 * printable ASCII reaches it as it is.
 */
#include "premain/text/text.h"

#include <string.h>

static bool is_plain(char byte)
{
	return byte >= ' ' && byte <= '~';
}

void text_put_visible(struct text *text, const char *bytes, size_t length)
{
	size_t i = 0, from;

	while (i < length) {
		for (from = i; i < length && is_plain(bytes[i]);)
			i++;
		if (i > from)
			text_add(text, bytes + from, i - from);
		if (i == length)
			return;
		if (bytes[i] == '\n')
			text_put(text, "\\n");
		else if (bytes[i] == '\t')
			text_put(text, "\\t");
		else
			text_format(text, "\\x%02x",
				    (unsigned char)bytes[i]);
		i++;
	}
}

void text_show(struct text *text, const char *string)
{
	text_put_visible(text, string, strlen(string));
}
