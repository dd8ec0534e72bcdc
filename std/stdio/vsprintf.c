/* std/stdio/vsprintf.c - see <stdio.h> */
#include <limits.h>
#include <stdio.h>

int vsprintf(char *restrict array, const char *restrict format, va_list args)
{
	return vsnprintf(array, INT_MAX, format, args);
}
