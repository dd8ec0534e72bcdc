/*
 * std/string/memccpy.c - copies up to and with the first such byte; returns
 * the place behind its copy, or NULL when there was none
 *
 * Source: POSIX.1-2024 memccpy.
 */
#include <string.h>

void *memccpy(void *restrict to, const void *restrict from, int byte,
	size_t size)
{
	unsigned char *next = to;
	const unsigned char *here = from;

	for (; size > 0; size--) {
		*next++ = *here;
		if (*here++ == (unsigned char)byte)
			return next;
	}
	return NULL;
}
