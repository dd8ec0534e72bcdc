/*
 * std/stdlib/heap.h - the heap that malloc, free and realloc share
 *
 * Source: std/stdlib/heap.c.
 */
#ifndef STD_STDLIB_HEAP_H
#define STD_STDLIB_HEAP_H

#include <stddef.h>
#include <stdint.h>

/*
 * Every piece of memory begins with this header; the caller's bytes follow.
 * The sizes count the header, in bytes and by 16. In the lowest bits of `size`
 * live the flags. In a free piece two links follow.
 */
struct piece {
	size_t size_before;	/* of the piece before, 0 for the first */
	size_t size;
	struct piece *next;
	struct piece *previous;
};

#define PIECE_HEADER offsetof(struct piece, next)
#define PIECE_SMALLEST sizeof(struct piece)
#define PIECE_USED ((size_t)1)
#define PIECE_MAPPED ((size_t)2)	/* alone in a mapping of its own */
#define PIECE_FLAGS ((size_t)15)

/* No object may be greater: differences of pointers are ptrdiff_t. */
#define HEAP_LARGEST ((size_t)PTRDIFF_MAX - 65536)

void *__premain_heap_take(size_t size, size_t alignment);
void __premain_heap_give(struct piece *piece);
void __premain_heap_shrink(struct piece *piece, size_t size);
int __premain_heap_grow(struct piece *piece, size_t size);
struct piece *__premain_heap_piece(void *memory);

static inline size_t piece_size(const struct piece *piece)
{
	return piece->size & ~PIECE_FLAGS;
}

static inline struct piece *piece_behind(const struct piece *piece)
{
	return (struct piece *)((char *)piece + piece_size(piece));
}

/* The size of a piece that holds so many bytes: size <= HEAP_LARGEST. */
static inline size_t piece_for(size_t size)
{
	size_t whole = (size + PIECE_HEADER + 15) & ~(size_t)15;

	return whole < PIECE_SMALLEST ? PIECE_SMALLEST : whole;
}

#endif
