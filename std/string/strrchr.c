/*
 * std/string/strrchr.c - the last such character, or NULL; the NUL counts
 *
 * Source: C11 7.24.5.5.
 */
#include <string.h>

char *strrchr(const char *text, int character)
{
	const char *found = NULL;

	do {
		if (*text == (char)character)
			found = text;
	} while (*text++ != '\0');
	return (char *)found;
}
