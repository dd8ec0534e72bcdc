/*
 * premain/report/csv_put_field.c
 *
 * One field: quoted where it must be. Source: RFC 4180, section 2.
 */
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
