/*
 * std/stdlib/abs.c - the absolute value; that of INT_MIN does not exist
 *
 * Source: C11 7.22.6.1.
 */
#include <stdlib.h>

int abs(int value)
{
	return value < 0 ? -value : value;
}
