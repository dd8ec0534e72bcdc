/*
 * std/stdlib/rand_r.c - the next of a row of pseudo-random numbers, 0 to
 * RAND_MAX. A 32-bit state, mixed well: fit for games, not for secrets.
 *
 * Source: POSIX.1-2024 rand_r; mixing: Steele, Lea, Flood, SplitMix (2014).
 */
#include <stdlib.h>

int rand_r(unsigned int *seed)
{
	unsigned int mixed = *seed += 0x9e3779b9;

	mixed = (mixed ^ mixed >> 16) * 0x21f0aaad;
	mixed = (mixed ^ mixed >> 15) * 0x735a2d97;
	return (int)((mixed ^ mixed >> 15) >> 1);
}
