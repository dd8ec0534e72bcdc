/*
 * tests/elf/mutate.c - spoilt copies of a file, the same for the same seed
 */
#include <elf.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tests/elf/mutate.h"

enum { EDITS = 16, FILE_MAX = 1 << 21 };

static unsigned char good[FILE_MAX], bad[FILE_MAX];
static size_t size;
static uint64_t state;

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

void mutate_fail(const char *what)
{
	perror(what);
	exit(1);
}

void mutate_load(const char *name)
{
	int fd = open(name, O_RDONLY);
	ssize_t got = fd < 0 ? -1 : read(fd, good, sizeof good);

	if (got < (ssize_t)sizeof(Elf64_Ehdr) || got == sizeof good)
		mutate_fail(name);
	close(fd);
	size = (size_t)got;
}

void mutate_write(uint64_t seed, int fd)
{
	size_t cut = size;

	state = seed * 0x9e3779b97f4a7c15 | 1;
	memcpy(bad, good, size);
	if (below(20) == 0)
		cut = below(size);
	else
		mutate();
	if (ftruncate(fd, 0) || pwrite(fd, bad, cut, 0) != (ssize_t)cut)
		mutate_fail("a mutant");
}
