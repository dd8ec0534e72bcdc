/*
 * std/unistd/execlp.c - execvp with the arguments one by one, and a NULL
 *
 * Source: POSIX.1-2024 execlp.
 */
#include <stdarg.h>
#include <stddef.h>
#include <unistd.h>
#include "std/errno/result.h"
#include "std/stdlib/environment.h"
#include "std/unistd/search.h"

int execlp(const char *file, const char *argument, ...)
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
	va_end(list);
	return (int)__premain_result(__premain_execute(file, arguments,
		__environ));
}
