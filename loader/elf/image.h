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
	const struct elf_segment *segments;
	unsigned int segment_count;
};

/*
 * Maps the object: each segment with its own permissions, what lies between
 * them out of reach, what lies behind a file part zero. ET_DYN goes to where
 * the kernel likes it, by its largest p_align; ET_EXEC to its addresses, if
 * nothing is there. False with a complaint, and then nothing is mapped.
 *
 * The system calls are one mmap for each segment that the file has bytes of,
 * but for those that the first one's mapping shows as well; and one for each
 * with whole pages that it has none of. One more reserves the memory where
 * segments are apart, the first is writable or has no bytes, or p_align is
 * above a page; at most two more then return what was too much.
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
