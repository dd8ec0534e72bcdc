/* std/stdio/fprintf.c - see <stdio.h> */
#include <stdio.h>

#include "std/stdio/format.h"
#include "std/stdio/stream.h"

int fprintf(FILE *restrict stream, const char *restrict format, ...)
{
	va_list args;
	int written;

	va_start(args, format);
	written = __premain_vdprintf(stream->descriptor, format, args);
	va_end(args);
	return written;
}
