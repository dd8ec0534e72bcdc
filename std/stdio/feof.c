/*
 * std/stdio/feof.c - int feof(FILE *stream)
 *
 * Nonzero once standard input has come to its end. Source: C11 7.21.10.2.
 */
#include "std/stdio/stream.h"

int feof(FILE *stream)
{
	return stream->descriptor == 0 && __premain_stdin_ended;
}
