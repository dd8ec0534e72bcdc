/*
 * tests/dynamic/cache.c - a cache that is damaged is not believed
 *
 *	cache FILE COUNT
 *
 * Looks names up in COUNT damaged copies of a cache, and in one cut short at
 * many places. Prints how many paths were found in the whole one. What lies
 * outside of the file cannot be read without a signal.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "loader/dynamic/cache.c"

static int file;
static char whole[1 << 20], copy[1 << 20];

long open_file(const char *path, int flags)
{
	(void)path, (void)flags;
	return file;
}

void close_later(long fd)
{
	(void)fd;
}

static unsigned long random_number(void)
{
	static unsigned long state = 1;

	state = state * 6364136223846793005 + 1442695040888963407;
	return state >> 33;
}

/* How many of the names have a path, when this is the cache. */
static int look_up(size_t length)
{
	static const char *const names[] = {
		"libc.so.6", "libm.so.6", "libz.so.1", "libstdc++.so.6",
		"libnothing.so.1", "", "zzz", "liba.so.00000000000000000001"
	};
	int found = 0;

	if (ftruncate(file, 0) != 0 || pwrite(file, copy, length, 0) !=
	    (ssize_t)length)
		exit(99);
	asked = false;
	cache = NULL;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const char *path = cache_find(names[i]);

		if (path && strlen(path) > 0)
			found++;
	}
	if (cache)
		munmap((void *)cache, size);
	return found;
}

int main(int argc, char **argv)
{
	long length, count = argc > 2 ? atol(argv[2]) : 0;

	file = argc > 2 ? (int)sys_open(argv[1], O_RDONLY, 0) : -1;
	length = read(file, whole, sizeof whole);
	close(file);
	file = memfd_create("cache", 0);
	if (length <= 0 || file < 0)
		return 99;
	memcpy(copy, whole, (size_t)length);
	printf("%d\n", look_up((size_t)length));
	for (long i = 0; i < count; i++) {
		size_t span = i % 2 ? 4096 : (size_t)length;

		memcpy(copy, whole, (size_t)length);
		for (unsigned long n = random_number() % 64; n; n--)
			copy[random_number() % span] = (char)random_number();
		look_up((size_t)length);
	}
	memcpy(copy, whole, (size_t)length);
	for (long cut = 0; cut < length; cut += 1 + length / 200)
		look_up((size_t)cut);
	return 0;
}
