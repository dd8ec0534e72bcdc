/*
 * std/string/strcpy.c - copies a string with its NUL
 *
 * Source: C11 7.24.2.3.
 */
#include <string.h>

char *strcpy(char *restrict to, const char *restrict from)
{
	char *next = to;

	while ((*next++ = *from++) != '\0')
		;
	return to;
}
