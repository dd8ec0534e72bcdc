/*
 * std/string/strxfrm.c - a copy, for in the C locale order is the bytes' order
 *
 * Source: C11 7.24.4.5.
 */
#include <string.h>

size_t strxfrm(char *restrict to, const char *restrict from, size_t size)
{
	size_t length = strlen(from);

	if (length < size)
		memcpy(to, from, length + 1);
	return length;
}
