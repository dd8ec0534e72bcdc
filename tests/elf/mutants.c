/*
 * tests/elf/mutants.c - mutants COUNT SEED FILE...: nothing may kill a loader
 *
 * Makes COUNT spoilt copies, as many of each file, and does with each what
 * check.c does. They are made in groups, each by a child: one that dies, or
 * takes longer than ten seconds, is named by file, seed and number, and the
 * status is 1. The same seed makes the same mutants.
 */
#include <elf.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/elf/check.h"

unsigned int read_maps(unsigned long start, unsigned long span)
{
	return (unsigned int)(start + span);	/* inspect.c has a real one */
}

enum { GROUP = 500, EDITS = 16, FILE_MAX = 1 << 21 };

struct progress {
	unsigned long now;	/* the number of the mutant at work */
	unsigned long accepted, refused;
};

static unsigned char good[FILE_MAX], bad[FILE_MAX];
static size_t size;
static uint64_t state;
static struct progress *progress;

/* xorshift64*: Marsaglia, "Xorshift RNGs", 2003; Vigna, 2016. */
static uint64_t random_number(void)
{
	state ^= state >> 12;
	state ^= state << 25;
	state ^= state >> 27;
	return state * 0x2545f4914f6cdd1d;
}

static size_t below(size_t limit)
{
	return (size_t)(random_number() % limit);
}

/* A number that lies at an edge, or not far from what is there. */
static uint64_t interesting(uint64_t there)
{
	static const uint64_t edges[] = {
		0, 1, 2, 7, 8, 16, 24, 55, 56, 63, 64, 0xff, 0xfff, 0x1000,
		0x1001, 0x7fff, 0x8000, 0xffff, 0x10000, 0x7fffffff,
		0x80000000, 0xffffffff, 0x100000000, 0xffffffffff,
		0x7fffffffe000, 0x7fffffffffff, 0x800000000000,
		0x7fffffffffffffff, 0x8000000000000000, 0xfffffffffffff000,
		0xfffffffffffffff8, 0xffffffffffffffff
	};

	switch (below(8)) {
	case 0: return there + 1;
	case 1: return there - 1;
	case 2: return there + 8;
	case 3: return there * 2;
	case 4: return size;
	case 5: return random_number();
	case 6: return below(size);
	}
	return edges[below(sizeof edges / sizeof edges[0])];
}

/* Most places are in the headers, the dynamic section and the tables. */
static size_t place(void)
{
	const Elf64_Ehdr *header = (const void *)good;
	const Elf64_Phdr *segment = (const void *)(good + header->e_phoff);
	size_t choice = below(10);

	for (unsigned int i = 0; i < header->e_phnum; i++, segment++) {
		if (choice < 3 && segment->p_type == PT_DYNAMIC)
			return segment->p_offset + below(segment->p_filesz);
		if (choice >= 3 && choice < 7 && segment->p_type == PT_LOAD)
			return segment->p_offset + below(segment->p_filesz);
	}
	if (choice < 9)
		return below(sizeof *header +
			     header->e_phnum * sizeof *segment);
	return below(size);
}

static void edit_number(size_t width)
{
	size_t at = place() / width * width;
	uint64_t there = 0;

	if (at > size - width)
		return;
	memcpy(&there, bad + at, width);
	there = interesting(there);
	memcpy(bad + at, &there, width);
}

/* The value of one dynamic entry, or its tag, becomes that of another. */
static void swap_entries(void)
{
	size_t from = place() / 8 * 8, to = place() / 8 * 8;

	if (from <= size - 8 && to <= size - 8)
		memcpy(bad + to, good + from, 8);
}

static void mutate(void)
{
	size_t edits = 1 + below(below(2) ? 1 : EDITS);

	while (edits--)
		switch (below(6)) {
		case 0: bad[place()] ^= (unsigned char)(1 << below(8)); break;
		case 1: bad[place()] = (unsigned char)random_number(); break;
		case 2: edit_number(2); break;
		case 3: edit_number(4); break;
		case 4: edit_number(8); break;
		case 5: swap_entries(); break;
		}
}

static void fail(const char *what)
{
	perror(what);
	exit(1);
}

/* One mutant, in a file of no name; some are cut. */
static void try_mutant(int fd, const char *name)
{
	size_t cut = size;
	char line[240];

	memcpy(bad, good, size);
	if (below(20) == 0)
		cut = below(size);
	else
		mutate();
	if (ftruncate(fd, 0) || pwrite(fd, bad, cut, 0) != (ssize_t)cut)
		fail("a mutant");
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
		fail("fork");
	if (child == 0) {
		fd = memfd_create("mutant", 0);
		if (fd < 0)
			fail("memfd_create");
		for (unsigned long i = first; i < first + count; i++) {
			progress->now = i;
			state = (seed + i) * 0x9e3779b97f4a7c15 | 1;
			alarm(10);
			try_mutant(fd, name);
		}
		_exit(0);
	}
	if (waitpid(child, &status, 0) != child)
		fail("waitpid");
	if (status == 0)
		return 0;
	printf("%s: seed %lu, mutant %lu: wait status 0x%x\n", name,
	       (unsigned long)seed, progress->now, (unsigned int)status);
	return 1;
}

static void load(const char *name)
{
	int fd = open(name, O_RDONLY);
	ssize_t got = fd < 0 ? -1 : read(fd, good, sizeof good);

	if (got < (ssize_t)sizeof(Elf64_Ehdr) || got == sizeof good)
		fail(name);
	close(fd);
	size = (size_t)got;
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
		fail("mmap");
	for (int i = 3; i < argc; i++) {
		load(argv[i]);
		for (first = 0; first < count; first += group) {
			group = count - first < GROUP ? count - first : GROUP;
			failed |= run_group(argv[i], seed, first, group);
		}
	}
	printf("%lu accepted, %lu refused\n", progress->accepted,
	       progress->refused);
	return failed;
}
