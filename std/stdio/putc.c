/* std/stdio/putc.c - see <stdio.h>. Source: C11 7.21.7.7. */
#include <stdio.h>

int putc(int byte, FILE *stream)
{
	return fputc(byte, stream);
}
