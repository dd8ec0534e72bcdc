/*
 * std/inttypes/strtoimax.c - a signed number at the start of a text
 * errno: ERANGE, EINVAL, as to_integer.c says
 *
 * Source: C11 7.8.2.3, POSIX.1-2024 strtoimax.
 */
#include <inttypes.h>
#include "std/stdlib/to_integer.h"

intmax_t strtoimax(const char *restrict text, char **restrict end, int base)
{
	return (long)__premain_to_integer(text, end, base, 1);
}
