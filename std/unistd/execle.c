/*
 * std/unistd/execle.c - execve with the arguments one by one, a NULL, and the
 * environment
 *
 * Source: POSIX.1-2024 execle.
 */
#include <stdarg.h>
#include <stddef.h>
#include <unistd.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int execle(const char *path, const char *argument, ...)
{
	size_t count = 1;
	va_list list;

	va_start(list, argument);
	for (const char *next = argument; next != NULL; count++)
		next = va_arg(list, const char *);
	va_end(list);

	char *arguments[count];

	arguments[0] = (char *)argument;
	va_start(list, argument);
	for (size_t n = 1; n < count; n++)
		arguments[n] = va_arg(list, char *);
	char *const *environment = va_arg(list, char *const *);

	va_end(list);
	return (int)__premain_result(sys_execve(path, arguments, environment));
}
