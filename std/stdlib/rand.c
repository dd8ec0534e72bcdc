/*
 * std/stdlib/rand.c - the next of a row of pseudo-random numbers, 0 to
 * RAND_MAX, the same row in each run. Fit for games, not for secrets.
 *
 * Source: C11 7.22.2.1; Knuth, The Art of Computer Programming 2, 3.3.4.
 */
#include <stdlib.h>
#include "std/stdlib/random_state.h"

unsigned long __premain_random_state = 1;

int rand(void)
{
	__premain_random_state = __premain_random_state * 6364136223846793005
		+ 1442695040888963407;
	return (int)(__premain_random_state >> 33);
}
