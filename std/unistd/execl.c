/*
 * std/unistd/execl.c - execv with the arguments one by one, and a NULL
 *
 * Source: POSIX.1-2024 execl.
 */
#include <stdarg.h>
#include <unistd.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"
#include "std/stdlib/environment.h"
#include "std/unistd/arguments.h"

int execl(const char *path, const char *argument, ...)
{
	size_t count;
	va_list list;

	va_start(list, argument);
	count = count_arguments(argument, &list);
	va_end(list);

	char *arguments[count];

	va_start(list, argument);
	take_arguments(arguments, count, argument, &list);
	va_end(list);
	return (int)__premain_result(sys_execve(path, arguments, __environ));
}
