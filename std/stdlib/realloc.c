/*
 * std/stdlib/realloc.c - memory changes its size, and perhaps its place; on
 * ENOMEM it returns NULL and the old memory stays. NULL is malloc; a size of 0
 * gives the smallest object, never a hidden free.
 *
 * Source: C11 7.22.3.5.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"
#include "std/stdlib/heap.h"

/* A mapping of its own grows and shrinks by the kernel's page tables. */
static struct piece *remap(struct piece *piece, size_t size)
{
	size_t whole = (size + 4095) & ~(size_t)4095;
	long address;

	if (whole == piece_size(piece))
		return piece;
	address = sys_mremap(piece, piece_size(piece), whole, MREMAP_MAYMOVE,
		NULL);
	if ((unsigned long)address >= -4095UL)
		return NULL;
	piece = (struct piece *)address;
	piece->size = whole | PIECE_MAPPED | PIECE_USED;
	return piece;
}

void *realloc(void *memory, size_t size)
{
	struct piece *piece;
	size_t wanted, room;
	void *copy;

	if (memory == NULL)
		return __premain_heap_take(size, 16);
	piece = __premain_heap_piece(memory);
	if (size > HEAP_LARGEST) {
		__premain_result(-ENOMEM);
		return NULL;
	}
	wanted = piece_for(size);
	room = piece_size(piece);
	if ((piece->size & PIECE_MAPPED) != 0) {
		struct piece *moved = NULL;

		/* what has become small goes back to a region, as a copy */
		if (piece->size_before == 0 && wanted >= 65536)
			moved = remap(piece, wanted);
		if (moved != NULL)
			return &moved->next;
	} else if (wanted <= room) {
		__premain_heap_shrink(piece, wanted);
		return memory;
	} else if (__premain_heap_grow(piece, wanted)) {
		return memory;
	}

	copy = __premain_heap_take(size, 16);
	if (copy == NULL)
		return NULL;
	room -= PIECE_HEADER;
	memcpy(copy, memory, size < room ? size : room);
	__premain_heap_give(piece);
	return copy;
}
