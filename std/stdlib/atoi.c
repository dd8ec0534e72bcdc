/*
 * std/stdlib/atoi.c - a decimal number at the start of a text, or 0
 *
 * Source: C11 7.22.1.2.
 */
#include <stddef.h>
#include <stdlib.h>
#include "std/stdlib/to_integer.h"

int atoi(const char *text)
{
	return (int)__premain_to_integer(text, NULL, 10, 1);
}
