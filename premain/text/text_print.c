/*
 * premain/text/text_print.c
 *
 * What printf would print, in one write.
 */
#include "premain/text/text.h"

int text_print(int fd, const char *format, ...)
{
	struct text text = {0};
	va_list arguments;
	int status;

	va_start(arguments, format);
	text_vformat(&text, format, arguments);
	va_end(arguments);
	status = text_write(fd, &text);
	text_free(&text);
	return status;
}
