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

enum { CHUNK = 1 << 18, CLASSES = 48 };

struct piece {
	struct piece *next;
};

static char first_chunk[2048] __attribute__((aligned(16)));
static char *free_start = first_chunk;
static size_t free_size = sizeof first_chunk;
static struct piece *released[CLASSES];

/* The class of a size, and that size rounded up: 16, 24, 32, 48, 64, 96... */
static unsigned int size_class(size_t *size)
{
	size_t step = 16;
	unsigned int class = 0;

	while (*size > step) {
		if (*size <= step + step / 2) {
			*size = step + step / 2;
			return class + 1;
		}
		step *= 2;
		class += 2;
	}
	*size = step;
	return class;
}

static bool add_chunk(size_t size)
{
	size_t chunk = size > CHUNK ? (size + 4095) & -4096UL : CHUNK;
	long memory = sys_mmap(0, chunk, PROT_READ | PROT_WRITE,
			       MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	if ((unsigned long)memory >= -4095UL)
		return fail("no memory for the loader's tables", NULL);
	free_start = (char *)memory;
	free_size = chunk;
	return true;
}

void *allocate(size_t size)
{
	unsigned int class;
	struct piece *piece;

	if (size > (size_t)1 << 40) {
		fail("no memory for the loader's tables", NULL);
		return NULL;
	}
	class = size_class(&size);
	size = (size + 15) & -16UL;
	piece = released[class];
	if (piece) {
		released[class] = piece->next;
		return memset(piece, 0, size);
	}
	if (size > free_size && !add_chunk(size))
		return NULL;
	piece = (struct piece *)free_start;
	free_start += size;
	free_size -= size;
	return piece;
}

void release(void *memory, size_t size)
{
	struct piece *piece = memory;
	unsigned int class = size_class(&size);

	if (!piece)
		return;
	piece->next = released[class];
	released[class] = piece;
}

char *copy_text(const char *text, size_t length)
{
	char *copy = allocate(length + 1);

	return copy ? memcpy(copy, text, length) : NULL;
}
