/*
 * std/strings/bzero.c - fills a memory with zeros
 *
 * Source: bzero(3).
 */
#include <string.h>

void bzero(void *memory, size_t size)
{
	memset(memory, 0, size);
}
