/*
 * tests/bench/dlopen.c - a library comes and goes, again and again
 *
 *	dlopen LIBRARY SYMBOL TIMES	prints: NANOSECONDS PAGES MAPPINGS
 *
 * What a round of dlopen, dlsym and dlclose takes on average; and by how many
 * resident pages and how many mappings the process has grown since the first
 * hundred rounds. Source: dlopen(3), proc(5) (statm, maps).
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { WARM_UP = 100 };

static void fail(const char *what)
{
	fprintf(stderr, "dlopen: %s\n", what ? what : "no reason is given");
	exit(1);
}

static long now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return time.tv_sec * 1000000000L + time.tv_nsec;
}

static void come_and_go(const char *library, const char *symbol, int times)
{
	while (times-- > 0) {
		void *handle = dlopen(library, RTLD_NOW);

		if (!handle || !dlsym(handle, symbol) || dlclose(handle))
			fail(dlerror());
	}
}

static long resident_pages(void)
{
	char text[128] = {0};
	int file = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
	const char *second;

	if (file < 0 || read(file, text, sizeof text - 1) < 0)
		fail("/proc/self/statm");
	close(file);
	second = strchr(text, ' ');
	return second ? atol(second) : 0;
}

static long mappings(void)
{
	char text[4096];
	int file = open("/proc/self/maps", O_RDONLY | O_CLOEXEC);
	long lines = 0, size;

	if (file < 0)
		fail("/proc/self/maps");
	while ((size = read(file, text, sizeof text)) > 0)
		for (long at = 0; at < size; at++)
			lines += text[at] == '\n';
	close(file);
	return lines;
}

int main(int argc, char **argv)
{
	long pages, lines, begin, nanoseconds;
	int times;

	if (argc != 4 || (times = atoi(argv[3])) <= 0) {
		fputs("usage: dlopen LIBRARY SYMBOL TIMES\n", stderr);
		return 2;
	}
	come_and_go(argv[1], argv[2], WARM_UP);
	pages = resident_pages();
	lines = mappings();
	begin = now();
	come_and_go(argv[1], argv[2], times);
	nanoseconds = (now() - begin) / times;
	printf("%ld %ld %ld\n", nanoseconds, resident_pages() - pages,
	       mappings() - lines);
	return 0;
}
