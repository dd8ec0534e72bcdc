/* std/stdio/vfprintf.c - see <stdio.h> */
#include <stdio.h>

#include "std/stdio/format.h"
#include "std/stdio/stream.h"

int vfprintf(FILE *restrict stream, const char *restrict format, va_list args)
{
	return __premain_vdprintf(stream->descriptor, format, args);
}
