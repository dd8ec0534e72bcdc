/*
 * std/stdio/fputc.c - int fputc(int byte, FILE *stream)
 *
 * Returns the byte, or EOF with write's errno. Source: C11 7.21.7.3.
 */
#include "std/stdio/stream.h"

int fputc(int byte, FILE *stream)
{
	unsigned char value = (unsigned char)byte;

	if (__premain_write_all(stream->descriptor, &value, 1) < 0)
		return EOF;
	return value;
}
