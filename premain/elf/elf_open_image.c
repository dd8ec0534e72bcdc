/*
 * premain/elf/elf_open_image.c
 *
 * The file header: checked once, so that the tables it names lie within the
 * file. Source: gABI chapter 4, "ELF Header" and "Section Header".
 */
#include "premain/elf/facts.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

bool elf_read_at(const struct elf_image *image, void *to,
		 unsigned long long offset, size_t length)
{
	char *at = to;

	if (length > image->size || offset > image->size - length)
		return false;
	while (length) {
		ssize_t got = pread(image->fd, at, length, (off_t)offset);

		if (got <= 0)		/* it shrank, or cannot be read */
			return false;
		at += got;
		offset += (unsigned long long)got;
		length -= (size_t)got;
	}
	return true;
}

static bool table_fits(const struct elf_image *image,
		       unsigned long long offset, unsigned long long count,
		       size_t entry)
{
	return count <= image->size / entry &&
	       offset <= image->size - count * entry;
}

/* Over 65,279 sections are counted in section 0 (gABI, e_shnum). */
static const char *count_sections(struct elf_image *image)
{
	const Elf64_Ehdr *header = &image->header;
	Elf64_Shdr first;

	image->sections = 0;
	if (header->e_shoff == 0)
		return NULL;
	if (header->e_shentsize != sizeof(Elf64_Shdr))
		return "a section header of an odd size";
	image->sections = header->e_shnum;
	if (header->e_shnum == 0) {
		if (!elf_read_at(image, &first, header->e_shoff, sizeof first))
			return "its section headers lie outside the file";
		image->sections = first.sh_size;
	}
	if (!table_fits(image, header->e_shoff, image->sections,
			sizeof(Elf64_Shdr)))
		return "its section headers lie outside the file";
	return NULL;
}

const char *elf_open_image(int fd, struct elf_image *image)
{
	static const char archive[] = "!<arch>\n";
	Elf64_Ehdr *header = &image->header;
	struct stat status;

	if (fstat(fd, &status) != 0)
		return "cannot be examined";
	if (!S_ISREG(status.st_mode))
		return "no regular file";
	image->fd = fd;
	image->size = (unsigned long long)status.st_size;
	if (elf_read_at(image, header, 0, sizeof archive - 1) &&
	    memcmp(header, archive, sizeof archive - 1) == 0)
		return "an archive: it has files, and is no ELF file itself";
	if (!elf_read_at(image, header, 0, sizeof *header))
		return "shorter than an ELF header";
	if (memcmp(header->e_ident, ELFMAG, SELFMAG) != 0)
		return "not an ELF file";
	if (header->e_ident[EI_CLASS] != ELFCLASS64 ||
	    header->e_ident[EI_DATA] != ELFDATA2LSB ||
	    header->e_machine != EM_X86_64)
		return "not an ELF file for x86-64";
	if (header->e_phnum && header->e_phentsize != sizeof(Elf64_Phdr))
		return "a program header of an odd size";
	if (!table_fits(image, header->e_phoff, header->e_phnum,
			sizeof(Elf64_Phdr)))
		return "its program headers lie outside the file";
	return count_sections(image);
}

bool elf_read_segment(const struct elf_image *image, unsigned int number,
		      Elf64_Phdr *segment)
{
	return elf_read_at(image, segment,
			   image->header.e_phoff + number * sizeof *segment,
			   sizeof *segment);
}

bool elf_read_section(const struct elf_image *image,
		      unsigned long long number, Elf64_Shdr *section)
{
	return elf_read_at(image, section,
			   image->header.e_shoff + number * sizeof *section,
			   sizeof *section);
}
