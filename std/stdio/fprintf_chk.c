/* std/stdio/fprintf_chk.c - fprintf, checked (std/string/fortify.h) */
#include <stdarg.h>
#include <stdio.h>

#include "std/string/fortify.h"

int __fprintf_chk(FILE *stream, int flag, const char *format, ...);

int __fprintf_chk(FILE *stream, int flag, const char *format, ...)
{
	va_list args;
	int written;

	(void)flag;
	va_start(args, format);
	written = vfprintf(stream, format, args);
	va_end(args);
	return written;
}
