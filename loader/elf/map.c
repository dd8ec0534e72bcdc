/*
 * loader/elf/map.c - from checked headers to an object in memory
 *
 * All the memory is one mapping first, and each segment replaces its part of
 * it. Where segments leave no page between them, that first mapping is the one
 * of the whole file by which the headers were read.
 * Source: gABI ch. 5, Program Loading; mmap(2).
 */
#include <asm/errno.h>
#include <linux/mman.h>
#include <premain/syscalls.h>
#include <string.h>

#include "loader/elf/image.h"

#define FEW_PAGES (4 * ELF_PAGE)

static unsigned long protection(uint32_t flags)
{
	return (flags & PF_R ? PROT_READ : 0UL) |
	       (flags & PF_W ? PROT_WRITE : 0UL) |
	       (flags & PF_X ? PROT_EXEC : 0UL);
}

static bool failed(long result)
{
	return (unsigned long)result >= -4095UL;
}

/* Whether the object can stay where its headers were read. */
static bool can_stay(const struct elf_headers *headers)
{
	return headers->header.e_type == ET_DYN && !headers->has_holes &&
	       headers->align == ELF_PAGE;
}

/*
 * Whether the mapping of the whole file shows a segment's bytes at their place.
 * One that is written to is mapped by itself, with all of its pages.
 */
static bool is_shown(const struct elf_headers *headers,
		     const struct elf_segment *segment)
{
	const Elf64_Phdr *load = &headers->table[segment->number];

	return !(segment->flags & PF_W) && load->p_vaddr - load->p_offset ==
	       page_down(headers->segments->start);
}

/* The object stays where its file is mapped; that is made as large as it is. */
static bool stay(const struct elf_headers *headers, struct elf_image *image,
		 struct complaint *complaint)
{
	uintptr_t place = headers->place;
	size_t room = headers->room;

	elf_image_of(headers, 0, image);
	if (image->span > room || room - image->span > FEW_PAGES) {
		long result = sys_mremap((void *)place, room, image->span,
					 MREMAP_MAYMOVE, NULL);

		if (failed(result)) {
			elf_drop(headers);
			return complain_call(complaint, "mremap", result);
		}
		place = (uintptr_t)result;
		room = image->span;
	}
	elf_image_of(headers, place - image->start, image);
	image->behind = room - image->span;
	return true;
}

/* Returns what lies before and behind an object in a reservation. */
static bool trim(uintptr_t start, size_t size, const struct elf_image *image,
		 struct complaint *complaint)
{
	size_t before = image->start - start;
	size_t behind = size - before - image->span;
	long result = 0;

	if (before)
		result = sys_munmap((void *)start, before);
	if (!failed(result) && behind)
		result = sys_munmap((void *)(image->start + image->span),
				    behind);
	if (!failed(result))
		return true;
	sys_munmap((void *)start, size);
	return complain_call(complaint, "munmap", result);
}

/*
 * ET_EXEC goes to its addresses, if nothing is there: kernels before 4.17 take
 * the address of MAP_FIXED_NOREPLACE as a wish. Any other base is a multiple of
 * the largest alignment: then all addresses fit.
 */
static bool reserve(const struct elf_headers *headers,
		    struct elf_image *image, struct complaint *complaint)
{
	bool fixed = headers->header.e_type == ET_EXEC;
	uint64_t align = fixed ? ELF_PAGE : headers->align, first;
	size_t size;
	long result;

	elf_drop(headers);
	elf_image_of(headers, 0, image);
	first = image->start;
	size = image->span + (align - ELF_PAGE);
	result = sys_mmap((void *)(fixed ? first : 0), size, PROT_NONE,
			  (fixed ? MAP_FIXED_NOREPLACE : 0UL) | MAP_PRIVATE |
			  MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
	if (fixed && !failed(result) && (uint64_t)result != first) {
		sys_munmap((void *)result, size);
		result = -EEXIST;
	}
	if (fixed && result == -EEXIST)
		return complain(complaint, "p_vaddr", AS_HEX, first,
				"cannot be had: something is mapped there");
	if (failed(result))
		return complain_call(complaint, "mmap", result);
	elf_image_of(headers, (uintptr_t)result - first +
		     ((first - (uintptr_t)result) & (align - 1)), image);
	return trim((uintptr_t)result, size, image, complaint);
}

/*
 * Pages that are shown already get their rights: so those stay that came with
 * the headers. Where memory may not become executable (prctl(2), PR_SET_MDWE),
 * they are mapped as all others.
 * A few writable pages are all written, by relocations or as variables: the
 * kernel copies them now, and is spared to find out by faults.
 */
static long map_file_part(const struct elf_headers *headers, uintptr_t start,
			  uintptr_t end, const Elf64_Phdr *load, bool shown)
{
	unsigned long flags = MAP_FIXED | MAP_PRIVATE;

	if (shown && (load->p_flags == PF_R ||
		      !sys_mprotect((void *)start, end - start,
				    protection(load->p_flags))))
		return 0;
	if (load->p_flags & PF_W && end - start <= FEW_PAGES)
		flags |= MAP_POPULATE;
	return sys_mmap((void *)start, end - start, protection(load->p_flags),
			flags, headers->fd, page_down(load->p_offset));
}

/* Where in memory the file's last byte would be, or the end of these pages. */
static uintptr_t end_of_bytes(const struct elf_headers *headers,
			      const Elf64_Phdr *load, uintptr_t start,
			      uintptr_t end)
{
	uint64_t bytes = headers->size - load->p_offset;

	return bytes < end - start ? start + bytes : end;
}

/*
 * A segment: the pages of its file part, zeros in the rest of the last of them,
 * then pages that the file has no bytes of. Behind the file's own end, its last
 * page is zero already (mmap(2)).
 */
static long map_segment(const struct elf_headers *headers, uintptr_t base,
			const struct elf_segment *segment, bool shown)
{
	const Elf64_Phdr *load = &headers->table[segment->number];
	uintptr_t start = base + page_down(segment->start);
	uintptr_t end = base + page_up(segment->end);
	uintptr_t zeros = base + segment->start + load->p_filesz;
	uintptr_t file_end = load->p_filesz ? page_up(zeros) : start;
	long result = 0;

	if (file_end > start)
		result = map_file_part(headers, start, file_end, load, shown);
	if (!failed(result) && file_end > zeros &&
	    load->p_memsz > load->p_filesz)
		memset((void *)zeros, 0,
		       end_of_bytes(headers, load, base + segment->start,
				    file_end) - zeros);
	if (!failed(result) && end > file_end)
		result = sys_mmap((void *)file_end, end - file_end,
				  protection(load->p_flags), MAP_FIXED |
				  MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	return result;
}

bool elf_map(const struct elf_headers *headers, struct elf_image *image,
	     struct complaint *complaint)
{
	bool stays = can_stay(headers);
	long result;

	complaint->table = NULL;
	if (!(stays ? stay : reserve)(headers, image, complaint))
		return false;
	for (unsigned int i = 0; i < image->segment_count; i++) {
		const struct elf_segment *segment = &image->segments[i];

		result = map_segment(headers, image->base, segment,
				     stays && is_shown(headers, segment));
		if (failed(result)) {
			complaint->number = segment->number;
			goto unmap;
		}
	}
	return true;
unmap:
	elf_unmap(image);
	complaint->table = "program header";
	return complain_call(complaint, "mmap", result);
}
