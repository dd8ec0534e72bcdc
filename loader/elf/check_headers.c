/*
 * loader/elf/check_headers.c - what a file says of itself is held against it
 *
 * First the file header and each PT_LOAD; then the headers that speak of memory
 * or of the file, which has to be there.
 * Source: gABI ch. 5, Program Header; LSB core 10.4 (PT_GNU_*).
 */
#include "loader/elf/checks.h"

static bool is_data(const struct elf_headers *headers,
		    uint64_t address, uint64_t size)
{
	return in_file_part(headers->segments, headers->segment_count,
			    address, size);
}

static bool check_dynamic(const struct elf_headers *headers,
			  const Elf64_Phdr *dynamic, struct complaint *c)
{
	if (dynamic->p_vaddr % sizeof(Elf64_Addr))
		return complain(c, "PT_DYNAMIC", AS_HEX, dynamic->p_vaddr,
				"is not aligned to its entries");
	if (!is_data(headers, dynamic->p_vaddr, dynamic->p_memsz))
		return complain(c, "PT_DYNAMIC", AS_HEX, dynamic->p_vaddr,
				"is not all in one readable file part");
	return true;
}

static bool check_interp(const struct elf_headers *headers,
			 const Elf64_Phdr *path, struct complaint *c)
{
	if (path->p_filesz < 2 || path->p_filesz > ELF_PATH_MAX)
		return complain(c, "PT_INTERP", AS_COUNT, path->p_filesz,
				"is no length of a path: 2 to 4096");
	return check_file_part(headers, path, c);
}

/*
 * ld, lld and gold may let it end in the segment's last page, behind it; mold
 * lets it begin in the first one, before it (with .tbss, which takes no room).
 */
static bool check_relro(const struct elf_headers *headers,
			const Elf64_Phdr *relro, struct complaint *c)
{
	const struct elf_segment *segment = headers->segments;
	const struct elf_segment *end = segment + headers->segment_count;

	while (segment < end && (relro->p_vaddr >= segment->end ||
				 relro->p_vaddr < page_down(segment->start)))
		segment++;
	if (segment == end || !(segment->flags & PF_W))
		return complain(c, "PT_GNU_RELRO", AS_HEX, relro->p_vaddr,
				"lies outside every writable segment");
	if (relro->p_memsz > page_up(segment->end) - relro->p_vaddr)
		return complain(c, "PT_GNU_RELRO", AS_HEX, relro->p_memsz,
				"does not end in its segment");
	return true;
}

static bool check_tls(const struct elf_headers *headers,
		      const Elf64_Phdr *tls, struct complaint *c)
{
	if (!check_align(tls->p_align, c))
		return false;
	if (tls->p_filesz > tls->p_memsz)
		return complain(c, "p_filesz", AS_HEX, tls->p_filesz,
				"is more than its p_memsz");
	if (tls->p_memsz > ELF_SPAN_MAX)
		return complain(c, "p_memsz", AS_HEX, tls->p_memsz,
				"is more than 1 TiB");
	if (tls->p_filesz &&
	    !is_data(headers, tls->p_vaddr, tls->p_filesz))
		return complain(c, "PT_TLS", AS_HEX, tls->p_vaddr,
				"is not all in one readable file part");
	return true;
}

static bool check_phdr(const struct elf_headers *headers,
		       const Elf64_Phdr *phdr, struct complaint *c)
{
	if (phdr->p_vaddr != headers->table_address)
		return complain(c, "PT_PHDR", AS_HEX, phdr->p_vaddr,
				"is not where the program headers are loaded");
	return true;
}

/* A header that may stand there once is kept where *kept is still NULL. */
static bool keep(const Elf64_Phdr **kept, const Elf64_Phdr *header,
		 struct complaint *c)
{
	if (*kept)
		return complain(c, "p_type", AS_HEX, header->p_type,
				"appears a second time");
	*kept = header;
	return true;
}

static bool check_other(struct elf_headers *headers, const Elf64_Phdr *header,
			const Elf64_Phdr **phdr, struct complaint *c)
{
	switch (header->p_type) {
	case PT_DYNAMIC:
		return keep(&headers->dynamic, header, c) &&
		       check_dynamic(headers, header, c);
	case PT_INTERP:
		return keep(&headers->interpreter, header, c) &&
		       check_interp(headers, header, c);
	case PT_PHDR:
		return keep(phdr, header, c) && check_phdr(headers, header, c);
	case PT_TLS:
		return keep(&headers->tls, header, c) &&
		       check_tls(headers, header, c);
	case PT_GNU_STACK:
		return keep(&headers->stack, header, c);
	case PT_GNU_RELRO:
		return header->p_memsz == 0 ||
		       (keep(&headers->relro, header, c) &&
			check_relro(headers, header, c));
	}
	return true;
}

bool elf_check_program_headers(struct elf_headers *headers,
			       struct complaint *c)
{
	const Elf64_Phdr *header = headers->table, *phdr = NULL;
	const Elf64_Phdr *end = header + headers->header.e_phnum;

	headers->dynamic = headers->interpreter = headers->relro = NULL;
	headers->stack = headers->tls = NULL;
	headers->table_address = 0;
	headers->align = ELF_PAGE;
	headers->has_holes = headers->writable_code = false;
	if (!check_loads(headers, c))
		return false;
	for (c->number = 0; header < end; header++, c->number++)
		if (header->p_type != PT_LOAD &&
		    !check_other(headers, header, &phdr, c))
			return false;
	c->table = NULL;
	headers->entry_is_code =
		in_segment(headers->segments, headers->segment_count,
			   headers->header.e_entry, 1, PF_X);
	return true;
}

bool elf_check_headers(struct elf_headers *headers, struct complaint *c)
{
	c->table = NULL;
	return check_header(headers, c) &&
	       elf_check_program_headers(headers, c);
}
