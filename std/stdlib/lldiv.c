/*
 * std/stdlib/lldiv.c - quotient, cut towards zero, and remainder
 *
 * Source: C11 7.22.6.2.
 */
#include <stdlib.h>

lldiv_t lldiv(long long numerator, long long denominator)
{
	return (lldiv_t){ numerator / denominator, numerator % denominator };
}
