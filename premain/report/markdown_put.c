/*
 * premain/report/markdown_put.c
 *
 * Printable ASCII, with every sign that could be markup taken at its word.
 * Source: GitHub Flavored Markdown Spec, 2.4 and 4.10 (a bar ends a cell).
 */
#include "premain/report/report.h"

#include <string.h>

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
