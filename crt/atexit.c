/*
 * crt/atexit.c - int atexit(void (*function)(void)), and its calls at exit
 *
 * The functions run in the reverse order of their registration; one that is
 * registered by another at exit runs next. The first 32 cost no memory of the
 * kernel (C11 7.22.4.2 promises so many), further ones a page for each 508.
 * Returns 0, or nonzero where there is no memory. Source: C11 7.22.4.
 */
#include <linux/mman.h>
#include <stddef.h>
#include <stdlib.h>

#include <premain/syscalls.h>

#include "crt/atexit.h"
#include "crt/need.h"

NEED(__premain_exit_atexit);

enum { PAGE = 4096 };

struct block *__premain_newest;

static struct block *add_block(void)
{
	static struct block first;
	static handler *handlers[32];
	struct block *block = &first;

	if (!__premain_newest) {
		block->first = handlers;
		block->end = handlers + 32;
	} else {
		long page = sys_mmap(0, PAGE, PROT_READ | PROT_WRITE,
				     MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

		if ((unsigned long)page >= -4095UL)
			return NULL;
		block = (struct block *)page;
		block->first = (handler **)(block + 1);
		block->end = (handler **)(page + PAGE);
	}
	block->previous = __premain_newest;
	block->next = block->first;
	return __premain_newest = block;
}

int atexit(handler *function)
{
	struct block *block = __premain_newest;

	if (!block || block->next == block->end) {
		block = add_block();
		if (!block)
			return -1;
	}
	*block->next++ = function;
	return 0;
}

/* A handler may register another: the newest block is another one then. */
void __premain_run_atexit(void)
{
	while (__premain_newest) {
		if (__premain_newest->next > __premain_newest->first)
			(*--__premain_newest->next)();
		else
			__premain_newest = __premain_newest->previous;
	}
}
