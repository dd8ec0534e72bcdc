/* std/stdio/clearerr.c - see <stdio.h>. Source: C11 7.21.10.1. */
#include "std/stdio/stream.h"

void clearerr(FILE *stream)
{
	__premain_stream_errors &= (unsigned char)~(1u << stream->descriptor);
	if (stream->descriptor == 0)
		__premain_stdin_ended = 0;
}
