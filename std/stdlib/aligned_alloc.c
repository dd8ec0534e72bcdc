/*
 * std/stdlib/aligned_alloc.c - memory at a multiple of a power of two, or NULL
 * errno: EINVAL (the alignment is no power of two), ENOMEM
 *
 * Source: C11 7.22.3.1.
 */
#include <errno.h>
#include <stdlib.h>
#include "std/errno/result.h"
#include "std/stdlib/heap.h"

void *aligned_alloc(size_t alignment, size_t size)
{
	if (alignment == 0 || (alignment & (alignment - 1)) != 0) {
		__premain_result(-EINVAL);
		return NULL;
	}
	return __premain_heap_take(size, alignment);
}
