/* std/stdio/sprintf.c - see <stdio.h> */
#include <stdio.h>
#include <limits.h>

int sprintf(char *restrict array, const char *restrict format, ...)
{
	va_list args;
	int written;

	va_start(args, format);
	written = vsnprintf(array, INT_MAX, format, args);
	va_end(args);
	return written;
}
