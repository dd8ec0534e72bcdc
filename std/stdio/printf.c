/* std/stdio/printf.c - see <stdio.h> */
#include <stdio.h>

#include "std/stdio/format.h"

int printf(const char *restrict format, ...)
{
	va_list args;
	int written;

	va_start(args, format);
	written = __premain_vdprintf(1, format, args);
	va_end(args);
	return written;
}
