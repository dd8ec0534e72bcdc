/*
 * premain/report/json_put_string.c
 *
 * JSON is UTF-8: a byte that is not part of it stands as the text \xNN.
 * Source: RFC 8259, section 7.
 */
#include "premain/report/report.h"

/* How many bytes stand for themselves: mostly all. */
static size_t count_plain(const char *bytes, size_t length)
{
	size_t i;

	for (i = 0; i < length && bytes[i] >= ' ' && bytes[i] < 0x7f &&
	     bytes[i] != '"' && bytes[i] != '\\'; i++)
		;
	return i;
}

void json_put_string(struct text *text, const char *bytes, size_t length)
{
	text_put(text, "\"");
	while (length) {
		unsigned char byte = (unsigned char)*bytes;
		size_t used = count_plain(bytes, length);

		used = used ? used : utf8_length(bytes, length);
		if (byte == '"' || byte == '\\')
			text_format(text, "\\%c", byte);
		else if (byte < ' ' || byte == 0x7f)
			text_format(text, "\\u%04x", byte);
		else if (used == 0)
			text_format(text, "\\\\x%02x", byte);
		else
			text_add(text, bytes, used);
		used += used == 0;
		bytes += used;
		length -= used;
	}
	text_put(text, "\"");
}
