/*
 * std/stdio/ferror.c - int ferror(FILE *stream)
 *
 * Nonzero where a read or a write of this stream has failed.
 * Source: C11 7.21.10.3.
 */
#include "std/stdio/stream.h"

int ferror(FILE *stream)
{
	return __premain_stream_errors >> stream->descriptor & 1;
}
