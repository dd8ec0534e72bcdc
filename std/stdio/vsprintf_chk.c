/* std/stdio/vsprintf_chk.c - vsprintf, checked (std/string/fortify.h) */
#include <stdarg.h>
#include <stdio.h>

#include "std/string/fortify.h"

int __vsprintf_chk(char *array, int flag, size_t room, const char *format,
	va_list args);

int __vsprintf_chk(char *array, int flag, size_t room, const char *format,
	va_list args)
{
	int written;

	(void)flag;
	check_room(1, room);
	written = vsnprintf(array, room, format, args);
	if (written >= 0)
		check_room((size_t)written + 1, room);
	return written;
}
