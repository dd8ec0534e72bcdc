/*
 * std/inttypes/imaxdiv.c - quotient, cut towards zero, and remainder
 *
 * Source: C11 7.8.2.2.
 */
#include <inttypes.h>

imaxdiv_t imaxdiv(intmax_t numerator, intmax_t denominator)
{
	return (imaxdiv_t){ numerator / denominator, numerator % denominator };
}
