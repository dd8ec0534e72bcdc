/*
 * std/stdlib/malloc.c - memory for an object of `size` bytes, aligned to 16,
 * or NULL with ENOMEM. A size of 0 gives a place of its own.
 *
 * Source: C11 7.22.3.4.
 */
#include <stdlib.h>
#include "std/stdlib/heap.h"

void *malloc(size_t size)
{
	return __premain_heap_take(size, 16);
}
