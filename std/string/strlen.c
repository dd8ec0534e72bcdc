/*
 * std/string/strlen.c - how many bytes come before the NUL
 *
 * Source: C11 7.24.6.3.
 */
#include <string.h>

size_t strlen(const char *text)
{
	const char *end = text;

	while (*end != '\0')
		end++;
	return (size_t)(end - text);
}
