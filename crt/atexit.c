/*
 * crt/atexit.c - int atexit(void (*function)(void)), and its calls at exit
 *
 * The functions run in the reverse order of their registration; one that is
 * registered by another at exit runs next. The first 32 cost no memory of the
 * kernel (C11 7.22.4.2 promises so many), further ones a page for each 510.
 * Returns 0, or nonzero where there is no memory. Source: C11 7.22.4.
 */
#include <linux/mman.h>
#include <stddef.h>
#include <stdlib.h>

#include <premain/syscalls.h>

#include "crt/need.h"

NEED(__premain_exit_atexit);

typedef void handler(void);

struct block {
	struct block *previous;
	size_t used, room;
	handler *handlers[];
};

enum { FIRST_ROOM = 32, PAGE = 4096 };

static struct {
	struct block block;
	handler *handlers[FIRST_ROOM];
} first;

static struct block *newest;

void __premain_run_atexit(void);

static struct block *add_block(void)
{
	struct block *block = &first.block;
	size_t room = FIRST_ROOM;

	if (newest) {
		long page = sys_mmap(0, PAGE, PROT_READ | PROT_WRITE,
				     MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

		if ((unsigned long)page >= -4095UL)
			return NULL;
		block = (struct block *)page;
		room = (PAGE - sizeof *block) / sizeof(handler *);
	}
	block->previous = newest;
	block->room = room;
	return newest = block;
}

int atexit(handler *function)
{
	struct block *block = newest;

	if (!block || block->used == block->room) {
		block = add_block();
		if (!block)
			return -1;
	}
	block->handlers[block->used++] = function;
	return 0;
}

/* A handler may register another, so `newest` is read anew each time. */
void __premain_run_atexit(void)
{
	while (newest) {
		if (newest->used)
			newest->handlers[--newest->used]();
		else if (newest == &first.block)
			return;
		else
			newest = newest->previous;
	}
}
