/*
 * std/string/find.h - memory within memory
 *
 * Source: std/string/find.c.
 */
#ifndef STD_STRING_FIND_H
#define STD_STRING_FIND_H

#include <stddef.h>

const void *__premain_find(const void *memory, size_t size,
	const void *part, size_t part_size);

#endif
