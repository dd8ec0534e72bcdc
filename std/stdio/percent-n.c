/*
 * std/stdio/percent-n.c - what %n stores, in programs that ask for it
 *
 * A format that an attacker can write may name %n, and then he writes memory.
 * So the archive has no such function: premain-gcc --percent-n links this
 * object, and all other programs refuse the conversion
 * (layout/premain-start.ld).
 * Source: C23 7.23.6.1.
 */
#include "std/stdio/format.h"
#include "std/stdio/percent_n.h"

long __premain_percent_n(void *place, unsigned long bits, long count)
{
	percent_n_store(place, bits, count);
	return 0;
}
