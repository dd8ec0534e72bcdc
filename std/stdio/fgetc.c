/* std/stdio/fgetc.c - see <stdio.h>. Source: C11 7.21.7.1. */
#include "std/stdio/stream.h"

int fgetc(FILE *stream)
{
	return __premain_get(stream);
}
