/*
 * premain/report/put_wrapped.c
 *
 * Lines of text, continued two columns in where they are too long. They break
 * at blanks, and a word that is wider than all lines breaks where it must.
 */
#include "premain/report/report.h"

#include <string.h>

enum { INDENT = 2 };

static size_t next_line(struct text *text)
{
	text_put(text, "\n");
	text_fill(text, ' ', INDENT);
	return INDENT;
}

/* Puts a word behind `used` columns, 0 at the start of a line; returns the
 * columns used then. */
static size_t put_word(struct text *text, const char *word, size_t length,
		       size_t used, size_t width)
{
	if (used && used + 1 + length > width) {
		used = next_line(text);
	} else if (used) {
		text_put(text, " ");
		used++;
	}
	while (length > width - used) {
		text_add(text, word, width - used);
		word += width - used;
		length -= width - used;
		used = next_line(text);
	}
	text_add(text, word, length);
	return used + length;
}

void put_wrapped(struct text *text, const struct text *lines, size_t width)
{
	const char *at = text_string(lines);
	size_t used = 0;

	while (*at) {
		size_t length = strcspn(at, " \n");

		if (length)
			used = put_word(text, at, length, used, width);
		at += length;
		if (*at == '\n') {
			text_put(text, "\n");
			used = 0;
		}
		at += *at != '\0';
	}
}
