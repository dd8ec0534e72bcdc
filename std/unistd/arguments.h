/* std/unistd/arguments.h - execl and its kin: arguments one by one */
#ifndef STD_UNISTD_ARGUMENTS_H
#define STD_UNISTD_ARGUMENTS_H

#include <stdarg.h>
#include <stddef.h>

/* How many there are from `argument` on, the NULL behind them included. */
static inline size_t count_arguments(const char *argument, va_list *list)
{
	size_t count = 1;

	for (; argument != NULL; count++)
		argument = va_arg(*list, const char *);
	return count;
}

/* Writes as many of them; what is next in the list is left to the caller. */
static inline void take_arguments(char **arguments, size_t count,
	const char *argument, va_list *list)
{
	arguments[0] = (char *)argument;
	for (size_t n = 1; n < count; n++)
		arguments[n] = va_arg(*list, char *);
}

#endif
