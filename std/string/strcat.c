/*
 * std/string/strcat.c - appends a string
 *
 * Source: C11 7.24.3.1.
 */
#include <string.h>

char *strcat(char *restrict to, const char *restrict from)
{
	strcpy(to + strlen(to), from);
	return to;
}
