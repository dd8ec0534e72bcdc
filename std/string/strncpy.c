/*
 * std/string/strncpy.c - fills `size` bytes with the string and then with
 * NULs; a string that is too long loses its NUL
 *
 * Source: C11 7.24.2.4.
 */
#include <string.h>

char *strncpy(char *restrict to, const char *restrict from, size_t size)
{
	size_t length = 0;

	while (length < size && from[length] != '\0') {
		to[length] = from[length];
		length++;
	}
	while (length < size)
		to[length++] = '\0';
	return to;
}
