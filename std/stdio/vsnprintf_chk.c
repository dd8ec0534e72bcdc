/* std/stdio/vsnprintf_chk.c - vsnprintf, checked (std/string/fortify.h) */
#include <stdarg.h>
#include <stdio.h>

#include "std/string/fortify.h"

int __vsnprintf_chk(char *array, size_t size, int flag, size_t room,
	const char *format, va_list args);

int __vsnprintf_chk(char *array, size_t size, int flag, size_t room,
	const char *format, va_list args)
{
	(void)flag;
	check_room(size, room);
	return vsnprintf(array, size, format, args);
}
