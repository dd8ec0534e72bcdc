/*
 * std/string/strnlen.c - strlen, but looks at no more than `size` bytes
 *
 * Source: POSIX.1-2024 strnlen.
 */
#include <string.h>

size_t strnlen(const char *text, size_t size)
{
	size_t length = 0;

	while (length < size && text[length] != '\0')
		length++;
	return length;
}
