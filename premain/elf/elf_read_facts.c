/*
 * premain/elf/elf_read_facts.c
 *
 * From the headers to the facts. The kind is what the kernel will do with
 * the file (an interpreter or not), never what the compiler was asked for.
 * Source: gABI chapter 5; Linux fs/binfmt_elf.c, load_elf_binary.
 */
#include "premain/elf/facts.h"

#include <string.h>

static const char *read_interpreter(const struct elf_image *image,
				    const Elf64_Phdr *segment,
				    struct elf_facts *facts)
{
	size_t length = sizeof facts->interpreter - 1;

	if (segment->p_filesz < length)
		length = (size_t)segment->p_filesz;
	if (!elf_read_at(image, facts->interpreter, segment->p_offset, length))
		return "its interpreter's name lies outside the file";
	facts->interpreter[length] = '\0';
	facts->kind = ELF_KIND_DYNAMIC;
	return NULL;
}

/* The last segment of a type; false where there is none. */
static bool find_segment(const struct elf_image *image, unsigned int type,
			 Elf64_Phdr *segment)
{
	unsigned int i;

	for (i = 0; i < image->header.e_phnum; i++)
		if (elf_read_segment(image, i, segment) &&
		    segment->p_type == type)
			return true;
	return false;
}

/* A static program has no dynamic table, but its start code may have
 * relocations to do: those of the ifuncs, in a section that is loaded. */
static const char *count_static(const struct elf_image *image,
				struct elf_facts *facts)
{
	unsigned long long i;

	for (i = 0; i < image->sections; i++) {
		Elf64_Shdr s;

		if (!elf_read_section(image, i, &s))
			return "its section headers cannot be read";
		if (!(s.sh_flags & SHF_ALLOC) || s.sh_type != SHT_RELA)
			continue;
		if (s.sh_offset > image->size ||
		    s.sh_size > image->size - s.sh_offset)
			return "a relocation table lies outside the file";
		facts->relocations += s.sh_size / sizeof(Elf64_Rela);
	}
	return NULL;
}

const char *elf_read_facts(int fd, struct elf_facts *facts)
{
	struct elf_image image;
	Elf64_Phdr segment;
	const char *wrong = elf_open_image(fd, &image);

	if (wrong)
		return wrong;
	*facts = (struct elf_facts){.type = image.header.e_type};
	facts->file_size = image.size;
	facts->kind = facts->type == ET_EXEC ? ELF_KIND_STATIC :
		      facts->type == ET_DYN ? ELF_KIND_STATIC_PIE :
					      ELF_KIND_OTHER;
	wrong = elf_measure(&image, facts);
	if (!wrong && find_segment(&image, PT_INTERP, &segment))
		wrong = read_interpreter(&image, &segment, facts);
	if (wrong)
		return wrong;
	if (find_segment(&image, PT_DYNAMIC, &segment))
		return elf_count_dynamic(&image, &segment, facts);
	return count_static(&image, facts);
}
