/*
 * std/stdlib/free.c - gives memory back; NULL is nothing. errno stays as it
 * was
 *
 * Source: C11 7.22.3.3, POSIX.1-2024 free.
 */
#include <stdlib.h>
#include "std/stdlib/heap.h"

void free(void *memory)
{
	if (memory != NULL)
		__premain_heap_give(__premain_heap_piece(memory));
}
