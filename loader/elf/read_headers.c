/*
 * loader/elf/read_headers.c - from a file to headers that can be believed
 *
 * They are copied first, so that nobody can change them once they are checked.
 * The file has the bytes that are read, by its size: whoever cuts it off in the
 * meantime sends us a SIGBUS, now and for as long as it is mapped.
 * Source: gABI ch. 4, ELF Header; psABI 4.1; mmap(2).
 */
#include <asm/errno.h>
#include <linux/mman.h>
#include <premain/syscalls.h>
#include <string.h>

#include "loader/elf/checks.h"

#define BEGINNING (16 * ELF_PAGE)

/*
 * How much memory the object takes stands in the headers. Most take a page more
 * than their file, for the segment that is written to begins on another page
 * than it does there, and nothing but zeros lies behind it. Where that is more
 * than can be had, little of the file may have to be loaded: its beginning will
 * do.
 */
static bool map_file(struct elf_headers *headers, struct complaint *complaint)
{
	size_t room = page_up(headers->size) + ELF_PAGE;
	long place;

	do {
		headers->room = room;
		place = sys_mmap(NULL, room, PROT_READ, MAP_PRIVATE,
				 headers->fd, 0);
		headers->place = (uintptr_t)place;
		if ((unsigned long)place < -4095UL)
			return true;
		room = BEGINNING;
	} while (place == -ENOMEM && headers->room > room);
	return complain_call(complaint, "mmap", place);
}

static bool is_mapped(const struct elf_headers *headers, uint64_t offset,
		      uint64_t size)
{
	return offset <= headers->room && size <= headers->room - offset;
}

static bool check_interpreter(const struct elf_headers *headers,
			      const char *file, struct complaint *complaint)
{
	const Elf64_Phdr *path = headers->interpreter;

	if (!path || !is_mapped(headers, path->p_offset, path->p_filesz) ||
	    file[path->p_offset + path->p_filesz - 1] == '\0')
		return true;
	complaint->table = "program header";
	complaint->number = (uint64_t)(path - headers->table);
	return complain(complaint, "PT_INTERP", AS_HEX, path->p_offset,
			"ends in the middle of a string");
}

static bool read_headers(struct elf_headers *headers, const char *file,
			 struct complaint *complaint)
{
	const Elf64_Ehdr *header = &headers->header;
	size_t size;

	memcpy(&headers->header, file, sizeof headers->header);
	if (!check_header(headers, complaint))
		return false;
	size = header->e_phnum * sizeof *headers->copy;
	if (!is_mapped(headers, header->e_phoff, size))
		return complain_call(complaint, "mmap", -ENOMEM);
	headers->table = memcpy(headers->copy, file + header->e_phoff, size);
	return elf_check_program_headers(headers, complaint) &&
	       check_interpreter(headers, file, complaint);
}

bool elf_read_headers(struct elf_headers *headers, struct complaint *complaint)
{
	if (!map_file(headers, complaint))
		return false;
	if (read_headers(headers, (const char *)headers->place, complaint))
		return true;
	elf_drop(headers);
	return false;
}
