/*
 * loader/dynamic/memory.h - the loader's own memory
 */
#ifndef LOADER_DYNAMIC_MEMORY_H
#define LOADER_DYNAMIC_MEMORY_H

#include <stddef.h>

/*
 * Zeroed memory, aligned to 16 bytes, and NULL with a failure where the kernel
 * gives none. What is released is given out again for the same size class.
 */
void *allocate(size_t size);
void release(void *memory, size_t size);

/*
 * Writes nothing, to memory that is written anyway: who reads there first costs
 * two page faults, one that reads and one that copies.
 */
static inline void touch(void *memory)
{
	__atomic_fetch_or((char *)memory, 0, __ATOMIC_RELAXED);
}

/* A copy of a text, of its first `length` bytes; release(it, length + 1). */
char *copy_text(const char *text, size_t length);

#endif
