/*
 * std/string/strchr.c - the first such character, or NULL; the NUL counts
 *
 * Source: C11 7.24.5.2.
 */
#include <string.h>

char *strchr(const char *text, int character)
{
	for (; *text != (char)character; text++)
		if (*text == '\0')
			return NULL;
	return (char *)text;
}
