/*
 * std/string/strspn.c - how many characters at the start are all in `accept`
 *
 * Source: C11 7.24.5.6.
 */
#include <string.h>

size_t strspn(const char *text, const char *accept)
{
	size_t length = 0;

	while (text[length] != '\0' && strchr(accept, text[length]) != NULL)
		length++;
	return length;
}
