/*
 * std/stdlib/qsort_r.c - qsort that hands an argument to the comparison
 *
 * Source: POSIX.1-2024 qsort_r.
 */
#include <stdlib.h>
#include "std/stdlib/sort.h"

void qsort_r(void *base, size_t count, size_t size,
	int (*compare)(const void *, const void *, void *), void *argument)
{
	__premain_sort(base, count, size, compare, argument);
}
