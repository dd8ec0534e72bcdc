/*
 * std/string/memcmp.c - the first difference between two memories, as unsigned
 * bytes: negative, zero or positive
 *
 * Source: C11 7.24.4.1.
 */
#include <string.h>

int memcmp(const void *left, const void *right, size_t size)
{
	const unsigned char *a = left, *b = right;

	for (; size > 0; size--, a++, b++)
		if (*a != *b)
			return *a - *b;
	return 0;
}
