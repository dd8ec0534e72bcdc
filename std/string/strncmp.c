/*
 * std/string/strncmp.c - strcmp of at most `size` bytes
 *
 * Source: C11 7.24.4.4.
 */
#include <string.h>

int strncmp(const char *left, const char *right, size_t size)
{
	for (; size > 0; size--, left++, right++)
		if (*left != *right || *left == '\0')
			return (unsigned char)*left - (unsigned char)*right;
	return 0;
}
