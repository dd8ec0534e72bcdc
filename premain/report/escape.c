/* premain/report/escape.c
 * The same bytes in three languages.
 * Source: RFC 4180, section 2 (CSV); RFC 8259, section 7 (JSON); the GitHub
 * Flavored Markdown Spec, 2.4 and 4.10 (a bar ends a cell, even in code). */
#include "premain/report/report.h"

#include <string.h>

void csv_put_field(struct text *text, const char *bytes, size_t length)
{
	size_t i;

	for (i = 0; i < length && !strchr(",\"\r\n", bytes[i]); i++)
		;
	if (i == length) {
		text_add(text, bytes, length);
		return;
	}
	text_put(text, "\"");
	for (i = 0; i < length; i++) {
		if (bytes[i] == '"')
			text_put(text, "\"");
		text_add(text, bytes + i, 1);
	}
	text_put(text, "\"");
}

/* JSON is UTF-8: a byte that is not part of it stands as the text \xNN. */
void json_put_string(struct text *text, const char *bytes, size_t length)
{
	text_put(text, "\"");
	while (length) {
		unsigned char byte = (unsigned char)*bytes;
		size_t used = utf8_length(bytes, length);

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

/* Printable ASCII, with every sign that could be markup taken at its word. */
void markdown_put(struct text *text, const char *bytes, size_t length)
{
	struct text visible = {0};
	size_t i;

	text_put_visible(&visible, bytes, length);
	for (i = 0; i < visible.length; i++) {
		char byte = visible.bytes[i];

		if (strchr("\\`*_[]<>|&~", byte))
			text_put(text, "\\");
		text_add(text, &byte, 1);
	}
	if (visible.lost)
		text->lost = true;
	text_free(&visible);
}
