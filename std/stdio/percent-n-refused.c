/*
 * std/stdio/percent-n-refused.c - %n in the shared library: not without asking
 *
 * A program that is linked with premain-gcc --percent-n brings its own function
 * of this name, and libpremain.so.1 calls that one.
 */
#include "std/stdio/format.h"

long __premain_percent_n(void *place, unsigned long bits, long count)
{
	(void)place;
	(void)bits;
	(void)count;
	return -1;
}
