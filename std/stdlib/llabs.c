/*
 * std/stdlib/llabs.c - the absolute value; that of LLONG_MIN does not exist
 *
 * Source: C11 7.22.6.1.
 */
#include <stdlib.h>

long long llabs(long long value)
{
	return value < 0 ? -value : value;
}
