/* std/stdio/vfprintf_chk.c - vfprintf, checked (std/string/fortify.h) */
#include <stdarg.h>
#include <stdio.h>

#include "std/string/fortify.h"

int __vfprintf_chk(FILE *stream, int flag, const char *format, va_list args);

int __vfprintf_chk(FILE *stream, int flag, const char *format, va_list args)
{
	(void)flag;
	return vfprintf(stream, format, args);
}
