/*
 * std/stdlib/strtoull.c - an unsigned number at the start of a text
 * errno: ERANGE, EINVAL, as to_integer.c says
 *
 * Source: C11 7.22.1.4, POSIX.1-2024 strtoull.
 */
#include <stdlib.h>
#include "std/stdlib/to_integer.h"

unsigned long long strtoull(const char *restrict text, char **restrict end,
	int base)
{
	return __premain_to_integer(text, end, base, 0);
}
