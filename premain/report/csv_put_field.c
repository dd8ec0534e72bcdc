/*
 * premain/report/csv_put_field.c
 *
 * One field: quoted where it must be. Source: RFC 4180, section 2.
 */
#include "premain/report/report.h"

#include <string.h>

void csv_put_field(struct text *text, const char *string)
{
	if (!string[strcspn(string, ",\"\r\n")]) {
		text_put(text, string);
		return;
	}
	text_put(text, "\"");
	for (; *string; string++) {
		if (*string == '"')
			text_put(text, "\"");
		text_add(text, string, 1);
	}
	text_put(text, "\"");
}
