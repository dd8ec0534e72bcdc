/*
 * std/stdlib/calloc.c - memory for an array, all zeros, or NULL with ENOMEM
 *
 * Source: C11 7.22.3.2.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include "std/errno/result.h"
#include "std/stdlib/heap.h"

void *calloc(size_t count, size_t size)
{
	size_t whole;
	void *memory;

	if (__builtin_mul_overflow(count, size, &whole)) {
		__premain_result(-ENOMEM);
		return NULL;
	}
	memory = __premain_heap_take(whole, 16);
	/* what the kernel has just mapped is zero already */
	if (memory == NULL
	    || (__premain_heap_piece(memory)->size & PIECE_MAPPED) != 0)
		return memory;
	return memset(memory, 0, whole);
}
