/* std/stdio/dprintf.c - see <stdio.h> */
#include <stdio.h>

#include "std/stdio/format.h"

int dprintf(int descriptor, const char *restrict format, ...)
{
	va_list args;
	int written;

	va_start(args, format);
	written = __premain_vdprintf(descriptor, format, args);
	va_end(args);
	return written;
}
