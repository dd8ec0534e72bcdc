/*
 * std/stdio/percent-n.c - what %n stores, in programs that ask for it
 *
 * A format that an attacker can write may name %n, and then he writes memory.
 * So the archive has no such function: premain-gcc --percent-n links this
 * object, and all other programs refuse the conversion
 * (layout/premain-start.ld).
 * Source: C23 7.23.6.1.
 */
#include <stdint.h>

#include "std/stdio/format.h"

long __premain_percent_n(void *place, unsigned long bits, long count)
{
	switch (bits) {
	case 8:
		*(int8_t *)place = (int8_t)count;
		break;
	case 16:
		*(int16_t *)place = (int16_t)count;
		break;
	case 32:
		*(int32_t *)place = (int32_t)count;
		break;
	default:
		*(int64_t *)place = count;
	}
	return 0;
}
