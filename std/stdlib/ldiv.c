/*
 * std/stdlib/ldiv.c - quotient, cut towards zero, and remainder
 *
 * Source: C11 7.22.6.2.
 */
#include <stdlib.h>

ldiv_t ldiv(long numerator, long denominator)
{
	return (ldiv_t){ numerator / denominator, numerator % denominator };
}
