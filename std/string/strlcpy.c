/*
 * std/string/strlcpy.c - copies what fits with a NUL; returns what was wanted,
 * so a result of `size` or more says that something was cut
 *
 * Source: POSIX.1-2024 strlcpy.
 */
#include <string.h>

size_t strlcpy(char *restrict to, const char *restrict from, size_t size)
{
	size_t length = strlen(from);

	if (size > 0) {
		size_t fits = length < size ? length : size - 1;

		memcpy(to, from, fits);
		to[fits] = '\0';
	}
	return length;
}
