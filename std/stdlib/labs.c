/*
 * std/stdlib/labs.c - the absolute value; that of LONG_MIN does not exist
 *
 * Source: C11 7.22.6.1.
 */
#include <stdlib.h>

long labs(long value)
{
	return value < 0 ? -value : value;
}
