/*
 * std/string/strstr.c - the first place of a part in a text, or NULL
 *
 * Source: C11 7.24.5.7.
 */
#include <string.h>
#include "std/string/find.h"

char *strstr(const char *text, const char *part)
{
	return (char *)__premain_find(text, strlen(text), part, strlen(part));
}
