/* std/stdio/getc.c - see <stdio.h>. Source: C11 7.21.7.5. */
#include "std/stdio/stream.h"

int getc(FILE *stream)
{
	return __premain_get(stream);
}
