/* std/stdio/vprintf.c - see <stdio.h> */
#include <stdio.h>

#include "std/stdio/format.h"

int vprintf(const char *restrict format, va_list args)
{
	return __premain_vdprintf(1, format, args);
}
