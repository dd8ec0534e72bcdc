/*
 * tests/elf/check.h - all that loader/elf does, on one file
 *
 * Reads, maps, checks and unmaps; nothing of the object runs, and nothing is
 * written into it but the zeros behind its file parts.
 */
#ifndef TESTS_ELF_CHECK_H
#define TESTS_ELF_CHECK_H

#include <stdbool.h>
#include <stddef.h>

/* One line about an open file, as accepted or as refused (false). */
bool check_file(int fd, const char *name, char *line, size_t size);

/* The same about what the kernel has mapped, by its file header. */
bool check_mapped(const void *header, const char *name, char *line,
		  size_t size);

/* Set: the memory of each object is compared with the file, and shown. */
extern bool check_memory;

/* Lines of /proc/self/maps; those of [start, start + span) are printed. */
unsigned int read_maps(unsigned long start, unsigned long span);

#endif
