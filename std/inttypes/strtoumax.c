/*
 * std/inttypes/strtoumax.c - an unsigned number at the start of a text
 * errno: ERANGE, EINVAL, as to_integer.c says
 *
 * Source: C11 7.8.2.3, POSIX.1-2024 strtoumax.
 */
#include <inttypes.h>
#include "std/stdlib/to_integer.h"

uintmax_t strtoumax(const char *restrict text, char **restrict end, int base)
{
	return __premain_to_integer(text, end, base, 0);
}
