/*
 * premain/report/html_put.c
 *
 * Any bytes as the text of a page or of an attribute: what HTML would take
 * for its own is written by name, and what cannot be seen, turns the line
 * around or is no UTF-8 becomes \xNN.
 * Source: HTML Living Standard, 13.1.4 and 13.2.3.5; RFC 3629; UAX #9, 2.
 */
#include "premain/report/report.h"

#include <string.h>

static const char *name_of(char byte)
{
	switch (byte) {
	case '&': return "&amp;";
	case '<': return "&lt;";
	case '>': return "&gt;";
	case '"': return "&quot;";
	case '\'': return "&#39;";
	}
	return NULL;
}

/* The marks of bidirectional text, and what is no character at all. */
static bool is_hidden(const unsigned char *b, size_t length)
{
	if (length == 2)
		return b[0] == 0xc2 && b[1] < 0xa0;
	if (length != 3)
		return false;
	if (b[0] == 0xe2 && b[1] == 0x80)
		return (b[2] >= 0x8b && b[2] <= 0x8f) ||
		       (b[2] >= 0xa8 && b[2] <= 0xae);
	if (b[0] == 0xe2 && b[1] == 0x81)
		return b[2] >= 0xa0 && b[2] <= 0xaf;
	return b[0] == 0xef && (b[1] == 0xbb || b[1] == 0xbf) && b[2] >= 0xbe;
}

void html_put(struct text *text, const char *bytes, size_t length)
{
	size_t i, whole;

	for (i = 0; i < length; i += whole) {
		const char *name = name_of(bytes[i]);

		whole = utf8_length(bytes + i, length - i);
		if (name)
			text_put(text, name);
		else if (whole > 1 && !is_hidden((const unsigned char *)
						 bytes + i, whole))
			text_add(text, bytes + i, whole);
		else
			text_put_visible(text, bytes + i, whole ? whole : 1);
		whole = whole ? whole : 1;
	}
}

void html_put_string(struct text *text, const char *string)
{
	html_put(text, string, strlen(string));
}

void html_put_between(struct text *text, const char *before,
		      const char *string, const char *after)
{
	text_put(text, before);
	html_put_string(text, string);
	text_put(text, after);
}
