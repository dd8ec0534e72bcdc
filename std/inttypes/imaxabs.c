/*
 * std/inttypes/imaxabs.c - the absolute value; that of INTMAX_MIN does not
 * exist
 *
 * Source: C11 7.8.2.1.
 */
#include <inttypes.h>

intmax_t imaxabs(intmax_t value)
{
	return value < 0 ? -value : value;
}
