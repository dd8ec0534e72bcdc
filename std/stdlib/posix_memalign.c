/*
 * std/stdlib/posix_memalign.c - memory at a multiple of a power of two
 *
 * Returns 0, EINVAL (no power of two, or less than a pointer's size) or
 * ENOMEM, and leaves *memory alone when it fails.
 * Source: POSIX.1-2024 posix_memalign.
 */
#include <errno.h>
#include <stdlib.h>
#include "std/stdlib/heap.h"

int posix_memalign(void **memory, size_t alignment, size_t size)
{
	void *taken;

	if (alignment < sizeof(void *) || (alignment & (alignment - 1)) != 0)
		return EINVAL;
	taken = __premain_heap_take(size, alignment);
	if (taken == NULL)
		return ENOMEM;
	*memory = taken;
	return 0;
}
