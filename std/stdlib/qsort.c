/*
 * std/stdlib/qsort.c - sorts an array; equal elements in any order
 *
 * Source: C11 7.22.5.2.
 */
#include <stdlib.h>
#include "std/stdlib/sort.h"

struct comparison {
	int (*compare)(const void *, const void *);
};

static int without_argument(const void *left, const void *right,
	void *argument)
{
	return ((struct comparison *)argument)->compare(left, right);
}

void qsort(void *base, size_t count, size_t size,
	int (*compare)(const void *, const void *))
{
	struct comparison comparison = { compare };

	__premain_sort(base, count, size, without_argument, &comparison);
}
