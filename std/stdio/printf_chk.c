/* std/stdio/printf_chk.c - printf, checked (std/string/fortify.h) */
#include <stdarg.h>
#include <stdio.h>

#include "std/string/fortify.h"

int __printf_chk(int flag, const char *format, ...);

int __printf_chk(int flag, const char *format, ...)
{
	va_list args;
	int written;

	(void)flag;
	va_start(args, format);
	written = vprintf(format, args);
	va_end(args);
	return written;
}
