/*
 * tests/bench/memory.c - how long memcpy, memmove and memset take
 *
 * Prints for each size a line: SIZE MEMCPY MEMMOVE MEMSET, in hundredths of a
 * nanosecond a call. The memory is in the nearest cache that it fits in, both
 * ends are aligned as malloc aligns; memmove goes upwards onto itself, which
 * is its own case. Each figure is the best of a few tries: whatever disturbs
 * a try makes it longer.
 */
#define _GNU_SOURCE
#include <stdio.h>
#include <string.h>
#include <time.h>

enum { LARGEST = 65536, SHIFT = 16, TRIES = 5, WORK = 1 << 20 };

static char from[LARGEST + SHIFT] __attribute__((__aligned__(64)));
static char to[LARGEST + SHIFT] __attribute__((__aligned__(64)));

/* Through pointers that the compiler must read again for each call. */
static void *(*volatile copy)(void *, const void *, size_t) = memcpy;
static void *(*volatile move)(void *, const void *, size_t) = memmove;
static void *(*volatile set)(void *, int, size_t) = memset;

static void do_copy(size_t size)
{
	copy(to, from, size);
}

static void do_move(size_t size)
{
	move(from + SHIFT, from, size);
}

static void do_set(size_t size)
{
	set(to, 'x', size);
}

static long now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return time.tv_sec * 1000000000L + time.tv_nsec;
}

static long measure(void (*work)(size_t), size_t size)
{
	long calls = (long)(WORK / (size + 64)), best = 0;

	for (int try = 0; try < TRIES; try++) {
		long begin = now(), time;

		for (long call = 0; call < calls; call++)
			work(size);
		time = now() - begin;
		if (try == 0 || time < best)
			best = time;
	}
	return best * 100 / calls;
}

int main(void)
{
	memset(from, 'a', sizeof from);
	memset(to, 'b', sizeof to);
	for (size_t size = 1; size <= LARGEST; size *= 2)
		printf("%lu %ld %ld %ld\n", (unsigned long)size,
			measure(do_copy, size), measure(do_move, size),
			measure(do_set, size));
	return 0;
}
