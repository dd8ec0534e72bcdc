/*
 * loader/elf/checks.h - inside this room: the parts of elf_check_headers
 *
 * Source: gABI ch. 4, ELF Header; gABI ch. 5, Program Header.
 */
#ifndef LOADER_ELF_CHECKS_H
#define LOADER_ELF_CHECKS_H

#include "loader/elf/headers.h"

/* The file header, and that all program headers are in the file. */
bool check_header(const struct elf_headers *headers,
		  struct complaint *complaint);

/*
 * Each PT_LOAD: the segments are filled in, and what is known by them. The
 * complaint's table stays named.
 */
bool check_loads(struct elf_headers *headers, struct complaint *complaint);

/* What is wrong with what these two refuse. */
bool complain_align(uint64_t align, struct complaint *complaint);
bool complain_file_part(const struct elf_headers *headers,
			const Elf64_Phdr *header, struct complaint *complaint);

/* p_align of a segment: 0, or a power of two up to a GiB. */
static inline bool check_align(uint64_t align, struct complaint *complaint)
{
	return (!(align & (align - 1)) && align <= ELF_ALIGN_MAX) ||
	       complain_align(align, complaint);
}

/* Whether [p_offset, p_offset + p_filesz) is in the file. */
static inline bool check_file_part(const struct elf_headers *headers,
				   const Elf64_Phdr *header,
				   struct complaint *complaint)
{
	return (header->p_offset <= headers->size &&
		header->p_filesz <= headers->size - header->p_offset) ||
	       complain_file_part(headers, header, complaint);
}

#endif
