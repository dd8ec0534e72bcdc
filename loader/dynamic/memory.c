/*
 * loader/dynamic/memory.c - the loader's own memory: pieces of powers of two
 *
 * A piece is cut from the end of what there is; one that is released waits for
 * the next of its size class. So a library that is loaded and unloaded again
 * and again takes no more memory than once.
 */
#include <linux/mman.h>
#include <stdint.h>
#include <string.h>

#include <premain/syscalls.h>

#include "loader/dynamic/fail.h"
#include "loader/dynamic/memory.h"

enum { CHUNK = 1 << 18, BITS = 32, CLASSES = 2 * BITS - 7 };

struct piece {
	struct piece *next;
};

/* What the first page of the loader's variables has left: ld-premain.ld. */
#pragma GCC visibility push(hidden)
extern char __premain_rest[], __premain_rest_end[];
#pragma GCC visibility pop

static char *first_free;
static size_t first_size;
static struct piece *first_released[CLASSES];

/* A size is rounded up to 16, 32, 48, 64, 96, 128, 192... */
static unsigned int size_class(size_t *size)
{
	size_t last = (*size - (*size != 0)) | 15;
	unsigned int bit = 63 - (unsigned int)__builtin_clzl(last);
	unsigned int upper = last >> (bit - 1) & 1;

	*size = (3UL + upper) << (bit - 1);
	return 2 * bit + upper - 7;
}

static bool failed(void)
{
	return fail("no memory for the loader's tables", NULL);
}

static bool add_chunk(size_t size)
{
	size_t chunk = size > CHUNK ? (size + 4095) & -4096UL : CHUNK;
	long memory;

	if (!first_free) {
		first_free = __premain_rest;
		first_size = (size_t)(__premain_rest_end - __premain_rest);
		if (size <= first_size)
			return true;
	}
	memory = sys_mmap(0, chunk, PROT_READ | PROT_WRITE,
			  MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if ((unsigned long)memory >= -4095UL)
		return failed();
	first_free = (char *)memory;
	first_size = chunk;
	return true;
}

void *allocate(size_t size)
{
	unsigned int class;
	struct piece *piece;

	if (size >> BITS) {
		failed();
		return NULL;
	}
	class = size_class(&size);
	piece = first_released[class];
	if (piece) {
		first_released[class] = piece->next;
		return memset(piece, 0, size);
	}
	if (size > first_size && !add_chunk(size))
		return NULL;
	piece = (struct piece *)first_free;
	first_free += size;
	first_size -= size;
	return piece;
}

void release(void *memory, size_t size)
{
	struct piece *piece = memory;
	unsigned int class = size_class(&size);

	if (!piece)
		return;
	piece->next = first_released[class];
	first_released[class] = piece;
}

char *copy_text(const char *text, size_t length)
{
	char *copy = allocate(length + 1);

	return copy ? memcpy(copy, text, length) : NULL;
}
