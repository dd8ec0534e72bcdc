/*
 * std/stdlib/srand.c - begins another row of rand
 *
 * Source: C11 7.22.2.2.
 */
#include <stdlib.h>
#include "std/stdlib/random_state.h"

void srand(unsigned int seed)
{
	__premain_random_state = seed;
}
