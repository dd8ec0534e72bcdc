/*
 * premain/cost/cost_read.c
 *
 * Who owns the bytes of an ELF file: its header, the tables of headers, and
 * its sections; in a file without sections, its segments. In memory, a
 * segment has whole pages: what its sections do not fill is the rest.
 * Source: gABI chapters 4 and 5; psABI 3.3.3 (pages).
 */
#include "premain/cost/cost.h"

#include <stdio.h>
#include <string.h>

static const char file_header[] = "ELF header";
static const char program_headers[] = "program headers";

/* An owner of bytes of the file, and of bytes at an address. */
static void add(struct ledger *ledger, const char *name,
		unsigned long long offset, unsigned long long size,
		unsigned long long address, unsigned long long memory)
{
	size_t owner = ledger_owner(ledger, name);

	ledger_claim(ledger, &ledger->file, owner, offset, size);
	ledger_claim(ledger, &ledger->memory, owner, address, memory);
}

static const char *read_sections(const struct elf_image *image,
				 struct ledger *ledger)
{
	Elf64_Shdr strings = {0}, section;
	unsigned long long table = image->header.e_shstrndx, i;
	char name[ELF_NAME];

	if (table == SHN_XINDEX && elf_read_section(image, 0, &section))
		table = section.sh_link;
	if (table < image->sections &&
	    !elf_read_section(image, table, &strings))
		return "its section headers cannot be read";
	for (i = 1; i < image->sections; i++) {
		if (!elf_read_section(image, i, &section))
			return "its section headers cannot be read";
		elf_read_name(image, &strings, section.sh_name, name);
		if (!*name)
			strcpy(name, "(a section without a name)");
		ledger_claim_section(ledger, image, name, &section, 0,
				     section.sh_size);
	}
	return NULL;
}

static void name_segment(char name[ELF_NAME], unsigned int number,
			 unsigned int flags)
{
	snprintf(name, ELF_NAME, "segment %u, %c%c%c", number,
		 flags & PF_R ? 'R' : '-', flags & PF_W ? 'W' : '-',
		 flags & PF_X ? 'X' : '-');
}

/* A table of the file, if this segment brings it into memory. */
static void add_loaded(struct ledger *ledger, const Elf64_Phdr *segment,
		       const char *name, unsigned long long offset,
		       unsigned long long size)
{
	if (offset >= segment->p_offset && size <= segment->p_filesz &&
	    offset - segment->p_offset <= segment->p_filesz - size)
		add(ledger, name, 0, 0,
		    segment->p_vaddr - segment->p_offset + offset, size);
}

static const char *read_segments(const struct elf_image *image,
				 struct ledger *ledger)
{
	const Elf64_Ehdr *header = &image->header;
	Elf64_Phdr segment;
	char name[ELF_NAME];

	for (unsigned int i = 0; i < header->e_phnum; i++) {
		if (!elf_read_segment(image, i, &segment))
			return "its program headers cannot be read";
		if (segment.p_type != PT_LOAD)
			continue;
		add_loaded(ledger, &segment, file_header, 0, sizeof *header);
		add_loaded(ledger, &segment, program_headers, header->e_phoff,
			   header->e_phnum * sizeof(Elf64_Phdr));
		name_segment(name, i, segment.p_flags);
		if (image->sections < 2)
			add(ledger, name, segment.p_offset, segment.p_filesz,
			    segment.p_vaddr, segment.p_memsz);
	}
	return NULL;
}

static const char *read_parts(const struct elf_image *image,
			      struct ledger *ledger)
{
	const char *wrong;

	add(ledger, file_header, 0, sizeof image->header, 0, 0);
	add(ledger, program_headers, image->header.e_phoff,
	    image->header.e_phnum * sizeof(Elf64_Phdr), 0, 0);
	add(ledger, "section headers", image->header.e_shoff,
	    image->sections * sizeof(Elf64_Shdr), 0, 0);
	wrong = read_segments(image, ledger);
	return wrong ? wrong : read_sections(image, ledger);
}

const char *cost_read(int fd, struct ledger *ledger, bool symbols)
{
	struct elf_image image;
	const char *wrong = elf_open_image(fd, &image);

	if (wrong)
		return wrong;
	ledger->size = image.size;
	if (!ledger_claim_pages(ledger, &image))
		return "its program headers cannot be read";
	wrong = symbols ? cost_read_symbols(&image, ledger) :
			  read_parts(&image, ledger);
	if (wrong)
		return wrong;
	ledger_settle(ledger, &image);
	return ledger->lost ? "no memory for its ledger" : NULL;
}
