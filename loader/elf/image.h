/*
 * loader/elf/image.h - an object in memory
 *
 * What stays of an object when its headers are gone: who keeps an image longer
 * than its headers copies the segments and lets `segments` point there.
 */
#ifndef LOADER_ELF_IMAGE_H
#define LOADER_ELF_IMAGE_H

#include "loader/elf/headers.h"

struct elf_image {
	uintptr_t base;		/* address in memory minus that in the file */
	uintptr_t start;	/* of all its memory, on a page */
	size_t span;		/* in bytes, whole pages */
	size_t behind;		/* bytes more that show the file's end */
	const struct elf_segment *segments;
	unsigned int segment_count;
};

/*
 * Maps the object whose headers were read: each segment with its own
 * permissions, what lies between them out of reach, what lies behind a file
 * part zero. ET_DYN stays where its file is mapped, or goes to where the kernel
 * likes it, by its largest p_align; ET_EXEC to its addresses, if nothing is
 * there. False with a complaint, and then nothing is mapped.
 *
 * The system calls of an object that stays are one mmap or mprotect for each
 * segment, but for constants that the file's mapping shows as they are; one
 * mmap for each segment with whole pages that the file has no bytes of; and an
 * mremap if the file's mapping was too small, or too large by more than a few
 * pages. An object does not stay where its segments are apart or p_align is
 * above a page: one munmap more then, one mmap that reserves the memory, and at
 * most two munmaps of what was too much.
 */
bool elf_map(const struct elf_headers *headers, struct elf_image *image,
	     struct complaint *complaint);

/* The image of an object that is mapped already, by the kernel. */
void elf_image_of(const struct elf_headers *headers, uintptr_t base,
		  struct elf_image *image);

/* Unmaps all of it. Zero, or -errno. */
long elf_unmap(const struct elf_image *image);

/* [address, address + size) of the file in memory; NULL: in no segment so. */
static inline void *elf_find(const struct elf_image *image, uint64_t address,
			     uint64_t size, uint32_t flags)
{
	if (!in_segment(image->segments, image->segment_count,
			address, size, flags))
		return NULL;
	return (void *)(image->base + address);
}

/* Whether a table of `size` bytes can be there, that the file has bytes of. */
static inline bool elf_is_data(const struct elf_image *image,
			       uint64_t address, uint64_t size)
{
	return in_file_part(image->segments, image->segment_count,
			    address, size);
}

/* Whether an address of the file may be called or jumped to. */
static inline bool elf_is_code(const struct elf_image *image, uint64_t address)
{
	return elf_find(image, address, 1, PF_X) != NULL;
}

#endif
