/*
 * std/string/memmem.c - the first place of a part in a memory, or NULL
 *
 * Source: POSIX.1-2024 memmem.
 */
#include <string.h>
#include "std/string/find.h"

void *memmem(const void *memory, size_t size, const void *part,
	size_t part_size)
{
	return (void *)__premain_find(memory, size, part, part_size);
}
