/*
 * std/string/strlcat.c - appends what fits into `size` bytes in all, with a
 * NUL; returns what was wanted. Without a NUL in `size` bytes nothing is
 * written.
 *
 * Source: POSIX.1-2024 strlcat.
 */
#include <string.h>

size_t strlcat(char *restrict to, const char *restrict from, size_t size)
{
	size_t used = 0, length = strlen(from);

	while (used < size && to[used] != '\0')
		used++;
	if (used < size) {
		size_t room = size - used;
		size_t fits = length < room ? length : room - 1;

		memcpy(to + used, from, fits);
		to[used + fits] = '\0';
	}
	return used + length;
}
