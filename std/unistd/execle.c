/*
 * std/unistd/execle.c - execve with the arguments one by one, a NULL, and the
 * environment
 *
 * Source: POSIX.1-2024 execle.
 */
#include <stdarg.h>
#include <unistd.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"
#include "std/unistd/arguments.h"

int execle(const char *path, const char *argument, ...)
{
	size_t count;
	va_list list;

	va_start(list, argument);
	count = count_arguments(argument, &list);
	va_end(list);

	char *arguments[count];

	va_start(list, argument);
	take_arguments(arguments, count, argument, &list);
	char *const *environment = va_arg(list, char *const *);

	va_end(list);
	return (int)__premain_result(sys_execve(path, arguments, environment));
}
