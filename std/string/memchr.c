/*
 * std/string/memchr.c - the first byte with that value, or NULL; reads nothing
 * behind it, so `size` may reach beyond the object
 *
 * Source: C11 7.24.5.1.
 */
#include <string.h>

void *memchr(const void *memory, int byte, size_t size)
{
	const unsigned char *here = memory;

	for (; size > 0; size--, here++)
		if (*here == (unsigned char)byte)
			return (void *)here;
	return NULL;
}
