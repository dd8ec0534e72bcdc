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

/* A copy of a text, of its first `length` bytes; release(it, length + 1). */
char *copy_text(const char *text, size_t length);

#endif
