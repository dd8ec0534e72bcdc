/* std/stdio/snprintf.c - see <stdio.h> */
#include <stdio.h>

int snprintf(char *restrict array, size_t size,
	     const char *restrict format, ...)
{
	va_list args;
	int written;

	va_start(args, format);
	written = vsnprintf(array, size, format, args);
	va_end(args);
	return written;
}
