/*
 * std/string/stpcpy.c - strcpy that returns the copy's NUL
 *
 * Source: POSIX.1-2024 stpcpy.
 */
#include <string.h>

char *stpcpy(char *restrict to, const char *restrict from)
{
	while ((*to = *from++) != '\0')
		to++;
	return to;
}
