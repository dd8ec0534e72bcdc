/*
 * std/string/strdup.c - a copy from malloc, or NULL with ENOMEM
 *
 * Source: POSIX.1-2024 strdup.
 */
#include <stdlib.h>
#include <string.h>

char *strdup(const char *text)
{
	size_t size = strlen(text) + 1;
	char *copy = malloc(size);

	return copy != NULL ? memcpy(copy, text, size) : NULL;
}
