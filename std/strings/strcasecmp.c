/*
 * std/strings/strcasecmp.c - strcmp that takes A to Z for a to z
 *
 * Source: POSIX.1-2024 strcasecmp.
 */
#include <strings.h>
#include "std/strings/fold.h"

int strcasecmp(const char *left, const char *right)
{
	while (*left != '\0' && fold(*left) == fold(*right)) {
		left++;
		right++;
	}
	return fold(*left) - fold(*right);
}
