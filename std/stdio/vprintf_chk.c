/* std/stdio/vprintf_chk.c - vprintf, checked (std/string/fortify.h) */
#include <stdarg.h>
#include <stdio.h>

#include "std/string/fortify.h"

int __vprintf_chk(int flag, const char *format, va_list args);

int __vprintf_chk(int flag, const char *format, va_list args)
{
	(void)flag;
	return vprintf(format, args);
}
