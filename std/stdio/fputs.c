/*
 * std/stdio/fputs.c - int fputs(const char *string, FILE *stream)
 *
 * Returns 1, or EOF with write's errno. Source: C11 7.21.7.4.
 */
#include <string.h>

#include "std/stdio/stream.h"

int fputs(const char *restrict string, FILE *restrict stream)
{
	size_t length = strlen(string);

	if (length
	    && __premain_write_all(stream->descriptor, string, length) < 0)
		return EOF;
	return 1;
}
