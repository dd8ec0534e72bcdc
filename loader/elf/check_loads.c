/*
 * loader/elf/check_loads.c - each PT_LOAD can be mapped, and among the others
 *
 * An empty segment is passed over, as the kernel does: some linkers leave
 * one. p_offset and p_vaddr have to agree within the page, which is what mmap
 * needs, and not within p_align.
 * Source: gABI ch. 5, Program Header; Linux fs/binfmt_elf.c.
 */
#include "loader/elf/checks.h"

bool complain_align(uint64_t align, struct complaint *c)
{
	return complain(c, "p_align", AS_HEX, align, align & (align - 1) ?
			"is not a power of two" : "is more than 1 GiB");
}

bool complain_file_part(const struct elf_headers *headers,
			const Elf64_Phdr *header, struct complaint *c)
{
	bool starts = header->p_offset <= headers->size;

	return complain(c, starts ? "p_filesz" : "p_offset", AS_HEX,
			starts ? header->p_filesz : header->p_offset,
			"is behind the file's end");
}

/* Each for itself: sizes, and what mmap must be able to do. */
static bool check_load(const struct elf_headers *headers,
		       const Elf64_Phdr *load, struct complaint *c)
{
	uint64_t start = load->p_vaddr, offset = load->p_offset;
	uint64_t file_size = load->p_filesz, size = load->p_memsz;

	if (file_size > size)
		return complain(c, "p_filesz", AS_HEX, file_size,
				"is more than its p_memsz");
	if (start > ELF_ADDRESS_END)
		return complain(c, "p_vaddr", AS_HEX, start,
				"is beyond the address space");
	if (size > ELF_ADDRESS_END - start)
		return complain(c, "p_memsz", AS_HEX, size,
				"is beyond the address space");
	if (start < ELF_PAGE && headers->header.e_type == ET_EXEC)
		return complain(c, "p_vaddr", AS_HEX, start,
				"is in the page that NULL points to");
	if (!check_align(load->p_align, c))
		return false;
	if (file_size == 0)
		return true;
	if (!check_file_part(headers, load, c))
		return false;
	if ((start - offset) % ELF_PAGE)
		return complain(c, "p_offset", AS_HEX, offset,
				"and p_vaddr differ within the page");
	if (size > file_size && !(load->p_flags & PF_W) &&
	    (start + file_size) % ELF_PAGE)
		return complain(c, "p_memsz", AS_HEX, size,
				"asks for zeros in a read-only page");
	return true;
}

/* Among those before: ascending, no two in one page, not too far apart. */
static bool check_place(struct elf_headers *headers, const Elf64_Phdr *load,
			const struct elf_segment *segment, struct complaint *c)
{
	uint64_t start = load->p_vaddr, page = page_down(start);
	uint64_t first = page;

	if (segment > headers->segments) {
		first = page_down(headers->segments->start);
		if (start < segment[-1].start)
			return complain(c, "p_vaddr", AS_HEX, start,
					"is lower than that of the PT_LOAD "
					"before");
		if (page < segment[-1].end)
			return complain(c, "p_vaddr", AS_HEX, start,
					"lies in a page of the PT_LOAD before");
		if (page != page_up(segment[-1].end))
			headers->has_holes = true;
	}
	if (start + load->p_memsz - first > ELF_SPAN_MAX)
		return complain(c, "p_memsz", AS_HEX, load->p_memsz,
				"makes the object larger than 1 TiB");
	return true;
}

static void keep_load(struct elf_headers *headers, const Elf64_Phdr *load,
		      struct elf_segment *segment)
{
	uint64_t start = load->p_vaddr, flags = load->p_flags;
	uint64_t table = headers->header.e_phoff - load->p_offset;

	segment->start = start;
	segment->file_end = start + load->p_filesz;
	segment->end = start + load->p_memsz;
	segment->flags = (uint32_t)flags;
	if ((flags & (PF_W | PF_X)) == (PF_W | PF_X))
		headers->writable_code = true;
	if (headers->align < load->p_align)
		headers->align = load->p_align;
	if (!headers->table_address &&
	    headers->header.e_phoff >= load->p_offset &&
	    table <= load->p_filesz &&
	    headers->header.e_phnum * sizeof *load <= load->p_filesz - table)
		headers->table_address = start + table;
}

bool check_loads(struct elf_headers *headers, struct complaint *c)
{
	const Elf64_Phdr *load = headers->table;
	const Elf64_Phdr *end = load + headers->header.e_phnum;
	struct elf_segment *segment = headers->segments;

	c->table = "program header";
	for (; load < end; load++) {
		if (load->p_type != PT_LOAD)
			continue;
		segment->number = (uint32_t)(load - headers->table);
		if (load->p_memsz == 0 && load->p_filesz == 0)
			continue;
		if (!check_load(headers, load, c) ||
		    !check_place(headers, load, segment, c)) {
			c->number = segment->number;
			return false;
		}
		keep_load(headers, load, segment++);
	}
	headers->segment_count = (unsigned int)(segment - headers->segments);
	if (headers->segment_count)
		return true;
	c->table = NULL;
	return complain(c, "PT_LOAD", AS_NOTHING, 0, "is missing");
}
