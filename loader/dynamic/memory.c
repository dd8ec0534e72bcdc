/*
 * loader/dynamic/memory.c - the loader's own memory: pieces of classes of sizes
 *
 * A piece is cut from the end of what there is; one that is released waits for
 * the next of its size class. So a library that is loaded and unloaded again
 * and again takes no more memory than once. A large piece is a mapping of its
 * own, which the kernel gets back.
 */
#include <linux/mman.h>
#include <stdint.h>
#include <string.h>

#include <premain/syscalls.h>

#include "loader/dynamic/fail.h"
#include "loader/dynamic/memory.h"

enum { CHUNK = 1 << 18, LARGEST = 1 << 16, CLASSES = 80 };

struct piece {
	struct piece *next;
};

/* What is left of the first pages of the loader's variables: ld-premain.ld. */
#pragma GCC visibility push(hidden)
extern char __premain_rest[], __premain_rest_end[];
extern char __premain_more[], __premain_more_end[];
#pragma GCC visibility pop

static char *free_start;
static size_t free_size;

/* Few programs release anything: until one does, the lists are not touched. */
static struct piece *large_released[CLASSES];
static bool has_released;

/*
 * A size is rounded up to a multiple of 16, and of an eighth of the power of
 * two below it: so not more than an eighth is lost.
 */
static unsigned int size_class(size_t *size)
{
	size_t last = *size - (*size != 0);
	unsigned int bit = 63 - (unsigned int)__builtin_clzl(last | 255);
	unsigned int step = bit - 3;

	last >>= step;
	*size = (last + 1) << step;
	return (unsigned int)last + 8 * (step - 4);
}

static void *map(size_t size)
{
	long memory = sys_mmap(0, size, PROT_READ | PROT_WRITE,
			       MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	if ((unsigned long)memory < -4095UL)
		return (void *)memory;
	fail("no memory for the loader's tables", NULL);
	return NULL;
}

/* The next pieces are cut from here, if the first of them has room. */
static bool use(char *start, char *end, size_t size)
{
	if (size > (size_t)(end - start))
		return false;
	free_start = start;
	free_size = (size_t)(end - start);
	return true;
}

static bool add_chunk(size_t size)
{
	static unsigned int used;	/* of the two parts */
	char *memory;

	if (used == 0 && (used++, use(__premain_rest, __premain_rest_end,
				      size)))
		return true;
	if (used == 1 && (used++, use(__premain_more, __premain_more_end,
				      size)))
		return true;
	memory = map(CHUNK);
	return memory && use(memory, memory + CHUNK, size);
}

void *allocate(size_t size)
{
	struct piece **list, *piece;

	if (size > LARGEST)
		return map(size);
	list = &large_released[size_class(&size)];
	if (has_released && (piece = *list)) {
		*list = piece->next;
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
	struct piece **list, *piece = memory;

	if (!piece)
		return;
	if (size > LARGEST) {
		sys_munmap(memory, size);
		return;
	}
	list = &large_released[size_class(&size)];
	has_released = true;
	piece->next = *list;
	*list = piece;
}

char *copy_text(const char *text, size_t length)
{
	char *copy = allocate(length + 1);

	return copy ? memcpy(copy, text, length) : NULL;
}
