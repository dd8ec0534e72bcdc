/*
 * std/stdlib/strtol.c - a signed number at the start of a text
 * errno: ERANGE, EINVAL, as to_integer.c says
 *
 * Source: C11 7.22.1.4, POSIX.1-2024 strtol.
 */
#include <stdlib.h>
#include "std/stdlib/to_integer.h"

long strtol(const char *restrict text, char **restrict end, int base)
{
	return (long)__premain_to_integer(text, end, base, 1);
}
