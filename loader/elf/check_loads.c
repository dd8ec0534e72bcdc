/*
 * loader/elf/check_loads.c - each PT_LOAD can be mapped, and among the others
 *
 * An empty segment is passed over, as the kernel does: some linkers leave
 * one. p_offset and p_vaddr have to agree within the page, which is what mmap
 * needs, and not within p_align.
 * Source: gABI ch. 5, Program Header; Linux fs/binfmt_elf.c.
 */
#include "loader/elf/checks.h"

bool check_align(uint64_t align, struct complaint *c)
{
	if (align & (align - 1))
		return complain(c, "p_align", AS_HEX, align,
				"is not a power of two");
	if (align > ELF_ALIGN_MAX)
		return complain(c, "p_align", AS_HEX, align,
				"is more than 1 GiB");
	return true;
}

bool check_file_part(const struct elf_headers *headers,
		     const Elf64_Phdr *load, struct complaint *c)
{
	if (load->p_offset > headers->size)
		return complain(c, "p_offset", AS_HEX, load->p_offset,
				"lies behind the file's end");
	if (load->p_filesz > headers->size - load->p_offset)
		return complain(c, "p_filesz", AS_HEX, load->p_filesz,
				"ends behind the file's end");
	return true;
}

/* Each for itself: sizes, and what mmap must be able to do. */
static bool check_load(const struct elf_headers *headers,
		       const Elf64_Phdr *load, struct complaint *c)
{
	if (load->p_vaddr > ELF_ADDRESS_END)
		return complain(c, "p_vaddr", AS_HEX, load->p_vaddr,
				"lies beyond the address space");
	if (load->p_memsz > ELF_ADDRESS_END - load->p_vaddr)
		return complain(c, "p_memsz", AS_HEX, load->p_memsz,
				"ends beyond the address space");
	if (headers->header.e_type == ET_EXEC && load->p_vaddr < ELF_PAGE)
		return complain(c, "p_vaddr", AS_HEX, load->p_vaddr,
				"is in the page that NULL points to");
	if (!check_align(load->p_align, c))
		return false;
	if (load->p_filesz == 0)
		return true;
	if (!check_file_part(headers, load, c))
		return false;
	if ((load->p_vaddr - load->p_offset) % ELF_PAGE)
		return complain(c, "p_offset", AS_HEX, load->p_offset,
				"and p_vaddr differ within the page");
	if (load->p_memsz > load->p_filesz && !(load->p_flags & PF_W) &&
	    (load->p_vaddr + load->p_filesz) % ELF_PAGE)
		return complain(c, "p_memsz", AS_HEX, load->p_memsz,
				"asks for zeros in a read-only page");
	return true;
}

/* Among those before: ascending, no two in one page, not too far apart. */
static bool check_place(const struct elf_headers *headers,
			const Elf64_Phdr *load, struct complaint *c)
{
	const struct elf_segment *first = headers->segments, *before;
	uint64_t end = load->p_vaddr + load->p_memsz;

	if (headers->segment_count) {
		before = &headers->segments[headers->segment_count - 1];
		if (load->p_vaddr < before->start)
			return complain(c, "p_vaddr", AS_HEX, load->p_vaddr,
					"is lower than that of the PT_LOAD "
					"before");
		if (page_down(load->p_vaddr) < before->end)
			return complain(c, "p_vaddr", AS_HEX, load->p_vaddr,
					"lies in a page of the PT_LOAD before");
	}
	if (end - page_down(headers->segment_count ? first->start :
			    load->p_vaddr) > ELF_SPAN_MAX)
		return complain(c, "p_memsz", AS_HEX, load->p_memsz,
				"makes the object larger than 1 TiB");
	return true;
}

static void keep_load(struct elf_headers *headers, const Elf64_Phdr *load)
{
	struct elf_segment *segment =
		&headers->segments[headers->segment_count];
	uint64_t table = headers->header.e_phoff;
	uint64_t size = headers->header.e_phnum * sizeof *load;

	segment->start = load->p_vaddr;
	segment->file_end = load->p_vaddr + load->p_filesz;
	segment->end = load->p_vaddr + load->p_memsz;
	segment->flags = load->p_flags;
	segment->number = (uint32_t)(load - headers->table);
	if (headers->segment_count &&
	    page_down(segment->start) != page_up(segment[-1].end))
		headers->has_holes = true;
	if ((load->p_flags & (PF_W | PF_X)) == (PF_W | PF_X))
		headers->writable_code = true;
	if (headers->align < load->p_align)
		headers->align = load->p_align;
	if (table >= load->p_offset && size <= load->p_filesz &&
	    table - load->p_offset <= load->p_filesz - size)
		headers->table_address = load->p_vaddr + table - load->p_offset;
	headers->segment_count++;
}

bool check_loads(struct elf_headers *headers, struct complaint *c)
{
	c->table = "program header";
	for (unsigned int i = 0; i < headers->header.e_phnum; i++) {
		const Elf64_Phdr *load = &headers->table[i];

		c->number = i;
		if (load->p_type != PT_LOAD)
			continue;
		if (load->p_filesz > load->p_memsz)
			return complain(c, "p_filesz", AS_HEX, load->p_filesz,
					"is more than its p_memsz");
		if (load->p_memsz == 0)
			continue;
		if (!check_load(headers, load, c) ||
		    !check_place(headers, load, c))
			return false;
		keep_load(headers, load);
	}
	c->table = NULL;
	if (headers->segment_count == 0)
		return complain(c, "PT_LOAD", AS_NOTHING, 0, "is missing");
	return true;
}
