/*
 * std/stdlib/sort.c - heapsort: in place, and at most about 2 n log2 n
 * comparisons whatever the order was. It does not keep equals in order.
 *
 * A heap is a binary tree in an array: the children of i are 2i+1 and 2i+2,
 * and no child is greater than its parent. So the greatest is the first; it
 * changes places with the last, the heap is one smaller, and the element that
 * came up sinks to where it belongs.
 * Source: Williams, Algorithm 232, CACM 7 (1964); Floyd, Algorithm 245.
 */
#include <stddef.h>
#include <stdint.h>
#include "std/stdlib/sort.h"

struct heap {
	char *base;
	size_t size;
	int (*compare)(const void *, const void *, void *);
	void *argument;
};

static int is_less(const struct heap *heap, size_t left, size_t right)
{
	return heap->compare(heap->base + left * heap->size,
		heap->base + right * heap->size, heap->argument) < 0;
}

static void swap(const struct heap *heap, size_t left, size_t right)
{
	char *a = heap->base + left * heap->size;
	char *b = heap->base + right * heap->size;

	size_t size = heap->size;

	/* eight bytes at a time, which a compiler makes of such a memcpy */
	for (; size >= sizeof(uint64_t); size -= sizeof(uint64_t)) {
		uint64_t words[2];

		__builtin_memcpy(&words[0], a, sizeof(uint64_t));
		__builtin_memcpy(&words[1], b, sizeof(uint64_t));
		__builtin_memcpy(a, &words[1], sizeof(uint64_t));
		__builtin_memcpy(b, &words[0], sizeof(uint64_t));
		a += sizeof(uint64_t);
		b += sizeof(uint64_t);
	}
	for (; size > 0; size--) {
		char byte = *a;

		*a++ = *b;
		*b++ = byte;
	}
}

static void sink(const struct heap *heap, size_t place, size_t count)
{
	while (place < count / 2) {
		size_t child = 2 * place + 1;

		if (child + 1 < count && is_less(heap, child, child + 1))
			child++;
		if (!is_less(heap, place, child))
			return;
		swap(heap, place, child);
		place = child;
	}
}

void __premain_sort(void *base, size_t count, size_t size,
	int (*compare)(const void *, const void *, void *), void *argument)
{
	struct heap heap = { base, size, compare, argument };

	for (size_t place = count / 2; place-- > 0;)
		sink(&heap, place, count);
	while (count > 1) {
		swap(&heap, 0, --count);
		sink(&heap, 0, count);
	}
}
