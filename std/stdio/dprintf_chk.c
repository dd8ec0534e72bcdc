/* std/stdio/dprintf_chk.c - dprintf, checked (std/string/fortify.h) */
#include <stdarg.h>
#include <stdio.h>

#include "std/string/fortify.h"

int __dprintf_chk(int descriptor, int flag, const char *format, ...);

int __dprintf_chk(int descriptor, int flag, const char *format, ...)
{
	va_list args;
	int written;

	(void)flag;
	va_start(args, format);
	written = vdprintf(descriptor, format, args);
	va_end(args);
	return written;
}
