/*
 * std/strings/ffs.c - the number of the lowest bit that is set, from 1, or 0
 *
 * Source: POSIX.1-2024 ffs.
 */
#include <strings.h>

int ffs(int value)
{
	return value == 0 ? 0 : __builtin_ctz((unsigned int)value) + 1;
}
