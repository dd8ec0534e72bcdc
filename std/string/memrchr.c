/*
 * std/string/memrchr.c - the last byte with that value, or NULL
 *
 * Source: memrchr(3).
 */
#include <string.h>

void *memrchr(const void *memory, int byte, size_t size)
{
	const unsigned char *bytes = memory;

	while (size > 0)
		if (bytes[--size] == (unsigned char)byte)
			return (void *)(bytes + size);
	return NULL;
}
