/*
 * std/stdio/percent-n-shared.c - %n in the shared library: not without asking
 *
 * A program that is linked with premain-gcc --percent-n asks before main
 * (percent-n-ask.asm).
 */
#include "std/stdio/format.h"
#include "std/stdio/percent_n.h"

static unsigned char allowed;

void __premain_allow_percent_n(void);

void __premain_allow_percent_n(void)
{
	allowed = 1;
}

long __premain_percent_n(void *place, unsigned long bits, long count)
{
	if (!allowed)
		return -1;
	percent_n_store(place, bits, count);
	return 0;
}
