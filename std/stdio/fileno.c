/* std/stdio/fileno.c - see <stdio.h>. Source: POSIX.1-2024 XSH fileno. */
#include "std/stdio/stream.h"

int fileno(FILE *stream)
{
	return stream->descriptor;
}
