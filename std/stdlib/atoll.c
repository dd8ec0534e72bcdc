/*
 * std/stdlib/atoll.c - a decimal number at the start of a text, or 0
 *
 * Source: C11 7.22.1.2.
 */
#include <stddef.h>
#include <stdlib.h>
#include "std/stdlib/to_integer.h"

long long atoll(const char *text)
{
	return (long)__premain_to_integer(text, NULL, 10, 1);
}
