/*
 * std/unistd/execlp.c - execvp with the arguments one by one, and a NULL
 *
 * Source: POSIX.1-2024 execlp.
 */
#include <stdarg.h>
#include <unistd.h>
#include "std/errno/result.h"
#include "std/stdlib/environment.h"
#include "std/unistd/arguments.h"
#include "std/unistd/search.h"

int execlp(const char *file, const char *argument, ...)
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
	return (int)__premain_result(__premain_execute(file, arguments,
		__environ));
}
