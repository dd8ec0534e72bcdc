/*
 * std/string/strchrnul.c - strchr that returns the end instead of NULL
 *
 * Source: strchrnul(3).
 */
#include <string.h>

char *strchrnul(const char *text, int character)
{
	while (*text != '\0' && *text != (char)character)
		text++;
	return (char *)text;
}
