/* std/stdio/snprintf_chk.c - snprintf, checked (std/string/fortify.h) */
#include <stdarg.h>
#include <stdio.h>

#include "std/string/fortify.h"

int __snprintf_chk(char *array, size_t size, int flag, size_t room,
	const char *format, ...);

int __snprintf_chk(char *array, size_t size, int flag, size_t room,
	const char *format, ...)
{
	va_list args;
	int written;

	(void)flag;
	check_room(size, room);
	va_start(args, format);
	written = vsnprintf(array, size, format, args);
	va_end(args);
	return written;
}
