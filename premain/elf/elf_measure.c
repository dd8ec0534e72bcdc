/*
 * premain/elf/elf_measure.c
 *
 * Bytes by what the processor may do with them, as size(1) counts, but with
 * the constants apart from the code. By section; by segment in a file that
 * has no sections. A sum that would wrap stays at the largest number.
 */
#include "premain/elf/facts.h"

static void add(unsigned long long *sum, unsigned long long bytes)
{
	*sum = bytes > ~0ULL - *sum ? ~0ULL : *sum + bytes;
}

static const char *measure_sections(const struct elf_image *image,
				    struct elf_facts *facts)
{
	unsigned long long i;

	for (i = 0; i < image->sections; i++) {
		Elf64_Shdr section;

		if (!elf_read_section(image, i, &section))
			return "its section headers cannot be read";
		if (!(section.sh_flags & SHF_ALLOC))
			continue;
		facts->sections = true;
		if (section.sh_type == SHT_NOBITS)
			add(&facts->bss, section.sh_size);
		else if (section.sh_flags & SHF_EXECINSTR)
			add(&facts->text, section.sh_size);
		else if (section.sh_flags & SHF_WRITE)
			add(&facts->data, section.sh_size);
		else
			add(&facts->rodata, section.sh_size);
	}
	return NULL;
}

static void measure_segment(const Elf64_Phdr *segment,
			    struct elf_facts *facts)
{
	if (segment->p_flags & PF_X)
		add(&facts->text, segment->p_filesz);
	else if (segment->p_flags & PF_W)
		add(&facts->data, segment->p_filesz);
	else
		add(&facts->rodata, segment->p_filesz);
	if (segment->p_memsz > segment->p_filesz)
		add(&facts->bss, segment->p_memsz - segment->p_filesz);
}

const char *elf_measure(const struct elf_image *image,
			struct elf_facts *facts)
{
	const char *wrong = measure_sections(image, facts);
	unsigned int i;

	for (i = 0; !wrong && i < image->header.e_phnum; i++) {
		Elf64_Phdr segment;

		if (!elf_read_segment(image, i, &segment))
			return "its program headers cannot be read";
		if (segment.p_type != PT_LOAD)
			continue;
		facts->loads++;
		if (!facts->sections)
			measure_segment(&segment, facts);
	}
	return wrong;
}
