/* std/stdio/percent_n.h - what %n stores, in whichever way it was allowed */
#ifndef STD_STDIO_PERCENT_N_H
#define STD_STDIO_PERCENT_N_H

#include <stdint.h>

/* Stores `count` in an integer of `bits` bits. */
static inline void percent_n_store(void *place, unsigned long bits, long count)
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
}

#endif
