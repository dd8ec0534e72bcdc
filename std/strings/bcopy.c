/*
 * std/strings/bcopy.c - memmove, with the arguments the other way round
 *
 * Source: bcopy(3).
 */
#include <string.h>

void bcopy(const void *from, void *to, size_t size)
{
	memmove(to, from, size);
}
