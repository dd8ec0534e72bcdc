/*
 * loader/elf/segment.h - a piece of an object's memory, and who lies in one
 *
 * Addresses here are those of the file (p_vaddr): an object's base is added to
 * them only where memory is touched.
 */
#ifndef LOADER_ELF_SEGMENT_H
#define LOADER_ELF_SEGMENT_H

#include <elf.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define ELF_PAGE 4096UL		/* psABI 3.3.3: and Linux has no other */

/* A PT_LOAD that is not empty, checked. */
struct elf_segment {
	uint64_t start;		/* p_vaddr */
	uint64_t file_end;	/* p_vaddr + p_filesz: zeros from here on */
	uint64_t end;		/* p_vaddr + p_memsz */
	uint32_t flags;		/* p_flags */
	uint32_t number;	/* of its program header */
};

/* Both are for addresses of user space: nothing wraps. */
static inline uint64_t page_down(uint64_t address)
{
	return address & -ELF_PAGE;
}

static inline uint64_t page_up(uint64_t address)
{
	return (address + ELF_PAGE - 1) & -ELF_PAGE;
}

/* The segment that has this address; NULL: none has. */
static inline const struct elf_segment *segment_at(
	const struct elf_segment *segments, unsigned int count,
	uint64_t address)
{
	for (; count; count--, segments++)
		if (address >= segments->start && address < segments->end)
			return segments;
	return NULL;
}

/* Whether [address, address + size) is in one segment with all these flags. */
static inline bool in_segment(
	const struct elf_segment *segments, unsigned int count,
	uint64_t address, uint64_t size, uint32_t flags)
{
	const struct elf_segment *segment =
		segment_at(segments, count, address);

	return segment && size <= segment->end - address &&
	       (segment->flags & flags) == flags;
}

/* The same for what came out of the file and can be read. */
static inline bool in_file_part(
	const struct elf_segment *segments, unsigned int count,
	uint64_t address, uint64_t size)
{
	const struct elf_segment *segment =
		segment_at(segments, count, address);

	return segment && address <= segment->file_end &&
	       size <= segment->file_end - address &&
	       segment->flags & PF_R;
}

#endif
