/*
 * std/string/strncat.c - appends at most `size` bytes, and always a NUL
 *
 * Source: C11 7.24.3.2.
 */
#include <string.h>

char *strncat(char *restrict to, const char *restrict from, size_t size)
{
	char *next = to + strlen(to);

	for (; size > 0 && *from != '\0'; size--)
		*next++ = *from++;
	*next = '\0';
	return to;
}
