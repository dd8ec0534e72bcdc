/*
 * std/stdlib/div.c - quotient, cut towards zero, and remainder
 *
 * Source: C11 7.22.6.2.
 */
#include <stdlib.h>

div_t div(int numerator, int denominator)
{
	return (div_t){ numerator / denominator, numerator % denominator };
}
