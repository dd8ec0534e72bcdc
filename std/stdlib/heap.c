/*
 * std/stdlib/heap.c - memory in pieces, cut from regions that the kernel maps
 *
 * A region is a row of pieces without gaps; each knows its own size and that
 * of the one before, so that a piece given back grows together with free
 * neighbours at once (Knuth's boundary tags). Free pieces of like size are in
 * a list, and a bit says which lists are not empty. Great pieces have a
 * mapping of their own, and go back to the kernel. For one thread.
 * Source: Knuth, The Art of Computer Programming 1, 2.5; malloc(3).
 */
#include <errno.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"
#include "std/stdlib/heap.h"
#include "std/unistd/complain.h"

#define PAGE ((size_t)4096)
#define REGION ((size_t)1 << 20)
#define MAPPED_FROM ((size_t)256 << 10)
#define LISTS 64
#define LOOKS 16

static struct piece *lists[LISTS];
static unsigned long filled;	/* bit n: lists[n] is not empty */
static struct piece *spare;	/* a region that is one free piece */

/*
 * The list of pieces of a size: one for each size up to 512 bytes, then four
 * for each power of two.
 */
static unsigned int list_of(size_t size)
{
	unsigned int power;

	if (size < 512)
		return (unsigned int)(size / 16);
	power = 63 - (unsigned int)__builtin_clzl(size);
	power = 32 + (power - 9) * 4 + (unsigned int)(size >> (power - 2) & 3);
	return power < LISTS ? power : LISTS - 1;
}

static void fail(const char *sentence)
{
	const char *const parts[] = { "premain: ", sentence, "\n", NULL };

	__premain_complain(parts);
	abort();
}

static void insert(struct piece *piece)
{
	unsigned int list = list_of(piece->size);

	piece->previous = NULL;
	piece->next = lists[list];
	if (piece->next != NULL)
		piece->next->previous = piece;
	lists[list] = piece;
	filled |= 1UL << list;
}

static void take_out(struct piece *piece)
{
	unsigned int list = list_of(piece->size);

	if ((piece->next != NULL && piece->next->previous != piece)
	    || (piece->previous != NULL ? piece->previous->next != piece
		: lists[list] != piece))
		fail("free memory was written to");
	if (piece->next != NULL)
		piece->next->previous = piece->previous;
	if (piece->previous != NULL)
		piece->previous->next = piece->next;
	else
		lists[list] = piece->next;
	if (lists[list] == NULL)
		filled &= ~(1UL << list);
}

/* A free piece of at least this size, or NULL; it stays in its list. */
static struct piece *find(size_t size)
{
	unsigned int list = list_of(size);
	unsigned long greater;
	struct piece *piece = lists[list];

	/* this list's pieces may be too small, those of later lists are not */
	for (int looks = 0; piece != NULL && looks < LOOKS; looks++) {
		if (piece->size >= size)
			return piece;
		piece = piece->next;
	}
	greater = list + 1 < LISTS ? filled >> (list + 1) << (list + 1) : 0;
	return greater != 0 ? lists[__builtin_ctzl(greater)] : NULL;
}

static void *map(size_t size)
{
	long address = sys_mmap(NULL, size, PROT_READ | PROT_WRITE,
		MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	return (unsigned long)address >= -4095UL ? NULL : (void *)address;
}

/* A region ends with the header of a piece that is always in use. */
static struct piece *new_region(void)
{
	struct piece *piece = map(REGION);

	if (piece == NULL)
		return NULL;
	piece->size = REGION - PIECE_HEADER;
	piece_behind(piece)->size_before = piece->size;
	piece_behind(piece)->size = PIECE_USED;
	insert(piece);
	return piece;
}

/* The piece, which is in use, becomes shorter, and its rest free. */
void __premain_heap_shrink(struct piece *piece, size_t size)
{
	size_t whole = piece_size(piece);
	struct piece *rest = (struct piece *)((char *)piece + size);

	if (whole - size < PIECE_SMALLEST)
		return;
	piece->size = size | PIECE_USED;
	rest->size_before = size;
	rest->size = (whole - size) | PIECE_USED;
	piece_behind(rest)->size_before = whole - size;
	__premain_heap_give(rest);
}

/* The piece, which is in use, takes the free one behind it, if that helps. */
int __premain_heap_grow(struct piece *piece, size_t size)
{
	struct piece *behind = piece_behind(piece);
	size_t whole = piece_size(piece) + behind->size;

	if ((behind->size & PIECE_USED) != 0 || whole < size)
		return 0;
	take_out(behind);
	piece->size = whole | PIECE_USED;
	piece_behind(piece)->size_before = whole;
	__premain_heap_shrink(piece, size);
	return 1;
}

/* A mapping of its own: `size_before` says how far behind its start it is. */
static struct piece *map_piece(size_t size, size_t alignment)
{
	size_t offset = 0, whole;
	struct piece *piece;
	char *start;

	if (alignment > 16)
		offset = alignment;
	whole = (size + offset + PAGE - 1) & ~(PAGE - 1);
	start = map(whole);
	if (start == NULL)
		return NULL;
	if (offset > 0)
		offset = -((size_t)start + PIECE_HEADER) & (alignment - 1);
	piece = (struct piece *)(start + offset);
	piece->size_before = offset;
	piece->size = (whole - offset) | PIECE_MAPPED | PIECE_USED;
	return piece;
}

/* Cuts off what lies before the first place with this alignment. */
static struct piece *align(struct piece *piece, size_t alignment)
{
	size_t skip = -((size_t)piece + PIECE_HEADER) & (alignment - 1);
	struct piece *aligned;

	if (skip == 0)
		return piece;
	while (skip < PIECE_SMALLEST)
		skip += alignment;
	aligned = (struct piece *)((char *)piece + skip);
	aligned->size_before = skip;
	aligned->size = (piece_size(piece) - skip) | PIECE_USED;
	piece_behind(aligned)->size_before = piece_size(aligned);
	piece->size = skip | PIECE_USED;
	__premain_heap_give(piece);
	return aligned;
}

/*
 * Memory for `size` bytes, or NULL and ENOMEM. The alignment is a power of
 * two; 16 comes by itself.
 */
void *__premain_heap_take(size_t size, size_t alignment)
{
	size_t wanted, more = 0;
	struct piece *piece;

	if (size > HEAP_LARGEST || alignment > HEAP_LARGEST - size)
		goto no_memory;
	wanted = piece_for(size);
	if (alignment > 16)
		more = alignment + PIECE_SMALLEST;
	if (wanted + more >= MAPPED_FROM) {
		piece = map_piece(wanted, alignment);
		if (piece == NULL)
			goto no_memory;
		return &piece->next;
	}

	piece = find(wanted + more);
	if (piece == NULL)
		piece = new_region();
	if (piece == NULL)
		goto no_memory;
	if (piece == spare)
		spare = NULL;
	take_out(piece);
	piece->size |= PIECE_USED;
	if (more > 0)
		piece = align(piece, alignment);
	__premain_heap_shrink(piece, wanted);
	return &piece->next;
no_memory:
	__premain_result(-ENOMEM);
	return NULL;
}

/* The header of memory that the program has; what cannot be one is fatal. */
struct piece *__premain_heap_piece(void *memory)
{
	struct piece *piece = (struct piece *)((char *)memory - PIECE_HEADER);

	if (((size_t)memory & 15) != 0)
		fail("this memory is not from malloc");
	if ((piece->size & PIECE_USED) == 0)
		fail("memory was freed twice");
	if ((piece->size & PIECE_MAPPED) == 0
	    && (piece_size(piece) < PIECE_SMALLEST
		|| piece_behind(piece)->size_before != piece_size(piece)))
		fail("memory was written to beyond its end");
	return piece;
}

void __premain_heap_give(struct piece *piece)
{
	struct piece *behind, *before;

	if ((piece->size & PIECE_MAPPED) != 0) {
		sys_munmap((char *)piece - piece->size_before,
			piece_size(piece) + piece->size_before);
		return;
	}
	/* a second free must find no flag, even inside a greater piece */
	piece->size &= ~PIECE_USED;
	behind = piece_behind(piece);
	if ((behind->size & PIECE_USED) == 0) {
		take_out(behind);
		piece->size += behind->size;
	}
	before = (struct piece *)((char *)piece - piece->size_before);
	if (piece->size_before > 0 && (before->size & PIECE_USED) == 0) {
		take_out(before);
		before->size += piece->size;
		piece = before;
	}
	behind = piece_behind(piece);
	behind->size_before = piece->size;

	/* one whole region is kept: malloc and free in turn stay cheap */
	if (piece->size == REGION - PIECE_HEADER) {
		if (spare != NULL) {
			sys_munmap(piece, REGION);
			return;
		}
		spare = piece;
	}
	insert(piece);
}
