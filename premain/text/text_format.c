/*
 * premain/text/text_format.c
 *
 * Add what printf would print, of any length.
 */
#include "premain/text/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

void text_format(struct text *text, const char *format, ...)
{
	char small[256];
	char *large;
	va_list arguments;
	int length;

	va_start(arguments, format);
	length = vsnprintf(small, sizeof small, format, arguments);
	va_end(arguments);
	if (length < 0) {
		text->lost = true;
		return;
	}
	if ((size_t)length < sizeof small) {
		text_add(text, small, (size_t)length);
		return;
	}
	large = malloc((size_t)length + 1);
	if (!large) {
		text->lost = true;
		return;
	}
	va_start(arguments, format);
	vsnprintf(large, (size_t)length + 1, format, arguments);
	va_end(arguments);
	text_add(text, large, (size_t)length);
	free(large);
}
