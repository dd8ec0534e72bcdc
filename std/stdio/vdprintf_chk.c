/* std/stdio/vdprintf_chk.c - vdprintf, checked (std/string/fortify.h) */
#include <stdarg.h>
#include <stdio.h>

#include "std/string/fortify.h"

int __vdprintf_chk(int descriptor, int flag, const char *format,
	va_list args);

int __vdprintf_chk(int descriptor, int flag, const char *format,
	va_list args)
{
	(void)flag;
	return vdprintf(descriptor, format, args);
}
