/*
 * std/strings/bcmp.c - zero if two memories are equal; clang makes calls of it
 *
 * Source: bcmp(3).
 */
#include <string.h>

int bcmp(const void *left, const void *right, size_t size)
{
	return memcmp(left, right, size);
}
