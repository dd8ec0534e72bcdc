/*
 * premain/cost/cost_read.c
 *
 * Who owns the bytes of an ELF file: its header, the tables of headers, and
 * its sections; in a file without sections, its segments. In memory, a
 * segment has whole pages: what its sections do not fill is the rest.
 * Source: gABI chapters 4 and 5; psABI 3.3.3 (pages).
 */
#include "premain/cost/cost.h"
#include "premain/text/text.h"

#include <string.h>

enum { NAME = 256 };

/* An owner of bytes of the file, and of as many at an address, or more. */
struct part {
	unsigned long long offset, size;
	unsigned long long address, memory;
};

static void add(struct ledger *ledger, const char *name, struct part part)
{
	size_t owner = ledger_owner(ledger, name, strlen(name));

	ledger_claim(ledger, &ledger->file, owner, part.offset, part.size);
	ledger_claim(ledger, &ledger->memory, owner, part.address,
		     part.memory);
}

/* A section's name, cut where it has no end; "" where it has none. */
static void read_name(const struct elf_image *image,
		      const Elf64_Shdr *strings, unsigned int offset,
		      char name[NAME])
{
	size_t length = NAME - 1;

	name[0] = '\0';
	if (offset >= strings->sh_size || strings->sh_type == SHT_NOBITS)
		return;
	if (strings->sh_size - offset < length)
		length = (size_t)(strings->sh_size - offset);
	while (length && !elf_read_at(image, name, strings->sh_offset + offset,
				      length))
		length--;
	name[length] = '\0';
}

/*
 * An object file has no memory yet. Zeros of thread-local storage are each
 * thread's, and not here.
 */
static unsigned long long in_memory(const struct elf_image *image,
				    const Elf64_Shdr *section)
{
	if (image->header.e_type == ET_REL ||
	    !(section->sh_flags & SHF_ALLOC) ||
	    (section->sh_type == SHT_NOBITS && section->sh_flags & SHF_TLS))
		return 0;
	return section->sh_size;
}

static const char *read_sections(const struct elf_image *image,
				 struct ledger *ledger)
{
	Elf64_Shdr strings = {0}, section;
	unsigned long long table = image->header.e_shstrndx, i;
	char name[NAME];

	if (table == SHN_XINDEX && elf_read_section(image, 0, &section))
		table = section.sh_link;
	if (table < image->sections &&
	    !elf_read_section(image, table, &strings))
		return "its section headers cannot be read";
	for (i = 1; i < image->sections; i++) {
		if (!elf_read_section(image, i, &section))
			return "its section headers cannot be read";
		read_name(image, &strings, section.sh_name, name);
		if (!*name)
			strcpy(name, "(a section without a name)");
		add(ledger, name, (struct part){section.sh_offset,
			section.sh_type == SHT_NOBITS ? 0 : section.sh_size,
			section.sh_addr, in_memory(image, &section)});
	}
	return NULL;
}

static void name_segment(char name[NAME], unsigned int number,
			 unsigned int flags)
{
	struct text text = {0};

	text_format(&text, "segment %u, %c%c%c", number,
		    flags & PF_R ? 'R' : '-', flags & PF_W ? 'W' : '-',
		    flags & PF_X ? 'X' : '-');
	strcpy(name, text_string(&text));
	text_free(&text);
}

/* What of [offset, offset + size) a segment brings into memory. */
static bool is_loaded(const Elf64_Phdr *segment, unsigned long long offset,
		      unsigned long long size)
{
	return offset >= segment->p_offset &&
	       size <= segment->p_filesz &&
	       offset - segment->p_offset <= segment->p_filesz - size;
}

static const char *read_segments(const struct elf_image *image,
				 struct ledger *ledger)
{
	const Elf64_Ehdr *header = &image->header;
	unsigned long long table = header->e_phnum *
				   (unsigned long long)sizeof(Elf64_Phdr);
	Elf64_Phdr segment;
	char name[NAME];

	for (unsigned int i = 0; i < header->e_phnum; i++) {
		if (!elf_read_segment(image, i, &segment))
			return "its program headers cannot be read";
		if (segment.p_type != PT_LOAD)
			continue;
		if (is_loaded(&segment, 0, sizeof *header))
			add(ledger, "ELF header", (struct part){0, 0,
				segment.p_vaddr - segment.p_offset,
				sizeof *header});
		if (is_loaded(&segment, header->e_phoff, table))
			add(ledger, "program headers", (struct part){0, 0,
				segment.p_vaddr - segment.p_offset +
				header->e_phoff, table});
		name_segment(name, i, segment.p_flags);
		if (image->sections < 2)
			add(ledger, name, (struct part){segment.p_offset,
				segment.p_filesz, segment.p_vaddr,
				segment.p_memsz});
	}
	return NULL;
}

const char *cost_read(int fd, struct ledger *ledger)
{
	struct elf_image image;
	const char *wrong = elf_open_image(fd, &image);

	if (wrong)
		return wrong;
	ledger->size = image.size;
	add(ledger, "ELF header", (struct part){
		.size = sizeof image.header});
	add(ledger, "program headers", (struct part){image.header.e_phoff,
		image.header.e_phnum * sizeof(Elf64_Phdr), 0, 0});
	add(ledger, "section headers", (struct part){image.header.e_shoff,
		image.sections * sizeof(Elf64_Shdr), 0, 0});
	if (!ledger_claim_pages(ledger, &image))
		return "its program headers cannot be read";
	wrong = read_segments(&image, ledger);
	if (!wrong)
		wrong = read_sections(&image, ledger);
	if (wrong)
		return wrong;
	ledger_settle(ledger, &image);
	return ledger->lost ? "no memory for its ledger" : NULL;
}
