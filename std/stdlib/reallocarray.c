/*
 * std/stdlib/reallocarray.c - realloc for an array; a product that does not
 * fit is ENOMEM
 *
 * Source: POSIX.1-2024 reallocarray.
 */
#include <errno.h>
#include <stdlib.h>
#include "std/errno/result.h"

void *reallocarray(void *memory, size_t count, size_t size)
{
	size_t whole;

	if (__builtin_mul_overflow(count, size, &whole)) {
		__premain_result(-ENOMEM);
		return NULL;
	}
	return realloc(memory, whole);
}
