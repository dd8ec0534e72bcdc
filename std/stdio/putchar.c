/* std/stdio/putchar.c - see <stdio.h>. Source: C11 7.21.7.8. */
#include <stdio.h>

int putchar(int byte)
{
	return fputc(byte, stdout);
}
