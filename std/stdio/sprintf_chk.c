/* std/stdio/sprintf_chk.c - sprintf, checked (std/string/fortify.h) */
#include <stdarg.h>
#include <stdio.h>

#include "std/string/fortify.h"

int __sprintf_chk(char *array, int flag, size_t room, const char *format, ...);
int __vsprintf_chk(char *array, int flag, size_t room, const char *format,
	va_list args);

int __sprintf_chk(char *array, int flag, size_t room, const char *format, ...)
{
	va_list args;
	int written;

	va_start(args, format);
	written = __vsprintf_chk(array, flag, room, format, args);
	va_end(args);
	return written;
}
