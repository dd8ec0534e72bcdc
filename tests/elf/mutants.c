/*
 * tests/elf/mutants.c - mutants COUNT SEED FILE...: nothing may kill a loader
 *
 * Makes COUNT spoilt copies, as many of each file, and does with each what
 * check.c does. They are made in groups, each by a child: one that dies, or
 * takes longer than ten seconds, is named by file, seed and number, and the
 * status is 1. The same seed makes the same mutants.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/elf/check.h"
#include "tests/elf/mutate.h"

unsigned int read_maps(unsigned long start, unsigned long span)
{
	return (unsigned int)(start + span);	/* inspect.c has a real one */
}

enum { GROUP = 500 };

struct progress {
	unsigned long now;	/* the number of the mutant at work */
	unsigned long accepted, refused;
};

static struct progress *progress;

static void try_mutant(int fd, const char *name)
{
	char line[240];

	if (check_file(fd, name, line, sizeof line))
		progress->accepted++;
	else
		progress->refused++;
}

static int run_group(const char *name, uint64_t seed, unsigned long first,
		     unsigned long count)
{
	pid_t child = fork();
	int status, fd;

	if (child < 0)
		mutate_fail("fork");
	if (child == 0) {
		fd = memfd_create("mutant", 0);
		if (fd < 0)
			mutate_fail("memfd_create");
		for (unsigned long i = first; i < first + count; i++) {
			progress->now = i;
			alarm(10);
			mutate_write(seed + i, fd);
			try_mutant(fd, name);
		}
		_exit(0);
	}
	if (waitpid(child, &status, 0) != child)
		mutate_fail("waitpid");
	if (status == 0)
		return 0;
	printf("%s: seed %lu, mutant %lu: wait status 0x%x\n", name,
	       (unsigned long)seed, progress->now, (unsigned int)status);
	return 1;
}

int main(int argc, char **argv)
{
	unsigned long count, first, group;
	uint64_t seed;
	int failed = 0;

	if (argc < 4)
		return 2;
	count = strtoul(argv[1], NULL, 10) / (unsigned long)(argc - 3);
	seed = strtoul(argv[2], NULL, 10);
	progress = mmap(NULL, sizeof *progress, PROT_READ | PROT_WRITE,
			MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (progress == MAP_FAILED)
		mutate_fail("mmap");
	for (int i = 3; i < argc; i++) {
		mutate_load(argv[i]);
		for (first = 0; first < count; first += group) {
			group = count - first < GROUP ? count - first : GROUP;
			failed |= run_group(argv[i], seed, first, group);
		}
	}
	printf("%lu accepted, %lu refused\n", progress->accepted,
	       progress->refused);
	return failed;
}
