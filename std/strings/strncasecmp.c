/*
 * std/strings/strncasecmp.c - strncmp that takes A to Z for a to z
 *
 * Source: POSIX.1-2024 strncasecmp.
 */
#include <strings.h>
#include "std/strings/fold.h"

int strncasecmp(const char *left, const char *right, size_t size)
{
	for (; size > 0; size--, left++, right++)
		if (fold(*left) != fold(*right) || *left == '\0')
			return fold(*left) - fold(*right);
	return 0;
}
