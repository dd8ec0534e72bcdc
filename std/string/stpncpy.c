/*
 * std/string/stpncpy.c - strncpy that returns the copy's first NUL, or its end
 *
 * Source: POSIX.1-2024 stpncpy.
 */
#include <string.h>

char *stpncpy(char *restrict to, const char *restrict from, size_t size)
{
	char *end = to + size;

	while (to < end && *from != '\0')
		*to++ = *from++;
	for (char *rest = to; rest < end; rest++)
		*rest = '\0';
	return to;
}
