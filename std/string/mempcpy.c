/*
 * std/string/mempcpy.c - memcpy that returns the end of the copy
 *
 * Source: mempcpy(3).
 */
#include <string.h>

void *mempcpy(void *restrict to, const void *restrict from, size_t size)
{
	return (char *)memcpy(to, from, size) + size;
}
