/*
 * loader/elf/check_header.c - the file header: an ELF file that we can load
 *
 * e_ehsize, e_flags and the section headers are not looked at: nothing that is
 * loaded depends on them.
 * Source: gABI ch. 4, ELF Header, ELF Identification; psABI 4.1.1.
 */
#include "loader/elf/checks.h"

static bool check_identity(const Elf64_Ehdr *header, struct complaint *c)
{
	const unsigned char *ident = header->e_ident;
	uint32_t magic;

	__builtin_memcpy(&magic, ident, sizeof magic);
	magic = __builtin_bswap32(magic);
	if (magic != 0x7f454c46)
		return complain(c, "e_ident", AS_HEX, magic,
				"is not 0x7f454c46: no ELF file");
	if (ident[EI_CLASS] != ELFCLASS64)
		return complain(c, "EI_CLASS", AS_COUNT, ident[EI_CLASS],
				"is not 2: no 64-bit object");
	if (ident[EI_DATA] != ELFDATA2LSB)
		return complain(c, "EI_DATA", AS_COUNT, ident[EI_DATA],
				"is not 1: not little-endian");
	if (ident[EI_VERSION] != EV_CURRENT)
		return complain(c, "EI_VERSION", AS_COUNT, ident[EI_VERSION],
				"is not 1");
	if (ident[EI_OSABI] != ELFOSABI_SYSV && ident[EI_OSABI] != ELFOSABI_GNU)
		return complain(c, "EI_OSABI", AS_COUNT, ident[EI_OSABI],
				"is neither 0 (System V) nor 3 (GNU)");
	return true;
}

bool check_header(const struct elf_headers *headers, struct complaint *c)
{
	const Elf64_Ehdr *header = &headers->header;
	uint64_t size = header->e_phnum * sizeof headers->table[0];

	if (!check_identity(header, c))
		return false;
	if (header->e_type != ET_EXEC && header->e_type != ET_DYN)
		return complain(c, "e_type", AS_COUNT, header->e_type,
				"is neither 2 (ET_EXEC) nor 3 (ET_DYN)");
	if (header->e_machine != EM_X86_64)
		return complain(c, "e_machine", AS_COUNT, header->e_machine,
				"is not 62: not for x86-64");
	if (header->e_version != EV_CURRENT)
		return complain(c, "e_version", AS_COUNT, header->e_version,
				"is not 1");
	if (header->e_phentsize != sizeof headers->table[0])
		return complain(c, "e_phentsize", AS_COUNT, header->e_phentsize,
				"is not 56");
	if (header->e_phnum == 0 || header->e_phnum > ELF_HEADERS_MAX)
		return complain(c, "e_phnum", AS_COUNT, header->e_phnum,
				"is not from 1 to 72");
	if (header->e_phoff > headers->size ||
	    size > headers->size - header->e_phoff)
		return complain(c, "e_phoff", AS_HEX, header->e_phoff,
				"is behind the file's end");
	return true;
}
