/*
 * premain/text/text_format.c
 *
 * Add what printf would print, of any length.
 */
#include "premain/text/text.h"

#include <stdio.h>
#include <stdlib.h>

void text_vformat(struct text *text, const char *format, va_list arguments)
{
	char small[256], *bytes = NULL;		/* most are that short */
	va_list again;
	int length;

	va_copy(again, arguments);
	length = vsnprintf(small, sizeof small, format, again);
	va_end(again);
	if (length >= 0 && (size_t)length < sizeof small) {
		text_add(text, small, (size_t)length);
		return;
	}
	if (length >= 0)
		bytes = malloc((size_t)length + 1);
	if (!bytes) {
		text->lost = true;
		return;
	}
	vsnprintf(bytes, (size_t)length + 1, format, arguments);
	text_add(text, bytes, (size_t)length);
	free(bytes);
}

void text_format(struct text *text, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	text_vformat(text, format, arguments);
	va_end(arguments);
}
