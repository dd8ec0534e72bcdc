/*
 * std/string/explicit_bzero.c - zeros that no optimiser takes away, as
 * volatile writes are what a program does (C11 5.1.2.3), read afterwards or
 * not
 *
 * Source: explicit_bzero(3).
 */
#include <string.h>

void explicit_bzero(void *memory, size_t size)
{
	volatile char *byte = memory;

	while (size-- > 0)
		*byte++ = 0;
}
