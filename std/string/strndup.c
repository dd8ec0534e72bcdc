/*
 * std/string/strndup.c - a copy of at most `size` bytes, and a NUL, from
 * malloc, or NULL with ENOMEM
 *
 * Source: POSIX.1-2024 strndup.
 */
#include <stdlib.h>
#include <string.h>

char *strndup(const char *text, size_t size)
{
	size_t length = strnlen(text, size);
	char *copy = malloc(length + 1);

	if (copy == NULL)
		return NULL;
	copy[length] = '\0';
	return memcpy(copy, text, length);
}
