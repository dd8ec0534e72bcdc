/*
 * std/stdlib/sort.h - sorting with an argument for the comparison
 *
 * Source: POSIX.1-2024 qsort_r.
 */
#ifndef STD_STDLIB_SORT_H
#define STD_STDLIB_SORT_H

#include <stddef.h>

void __premain_sort(void *base, size_t count, size_t size,
	int (*compare)(const void *, const void *, void *), void *argument);

#endif
