/*
 * loader/elf/read_headers.c - from an open file to headers that can be believed
 *
 * Source: gABI ch. 4, ELF Header; psABI 4.1; fstat(2), pread(2).
 */
#include <premain/syscalls.h>
#include <sys/stat.h>

#include "loader/elf/checks.h"

/*
 * Reads exactly what was asked for: the file has it, by its size. To end
 * before means that it was cut since.
 */
static bool read_at(int fd, void *to, size_t size, uint64_t offset,
		    struct complaint *complaint)
{
	char *at = to;

	while (size) {
		long got = sys_pread64(fd, at, size, (long)offset);

		if (got < 0)
			return complain_call(complaint, "pread", got);
		if (got == 0)
			return complain(complaint, "the file", AS_NOTHING, 0,
					"ends before its size says");
		at += got;
		offset += (uint64_t)got;
		size -= (size_t)got;
	}
	return true;
}

static bool examine(struct elf_headers *headers, struct complaint *complaint)
{
	struct stat status;
	long result = sys_fstat(headers->fd, &status);

	if (result < 0)
		return complain_call(complaint, "fstat", result);
	if (!S_ISREG(status.st_mode))
		return complain(complaint, "the file", AS_NOTHING, 0,
				"is not a regular one");
	headers->size = (uint64_t)status.st_size;
	headers->device = status.st_dev;
	headers->inode = status.st_ino;
	if (headers->size < sizeof headers->header)
		return complain(complaint, "the file's size", AS_COUNT,
				headers->size, "is less than an ELF header's");
	return true;
}

/* The path's end is seen among the bytes that are here, or in the file. */
static bool check_interpreter(const struct elf_headers *headers, uint64_t here,
			      struct complaint *complaint)
{
	const Elf64_Phdr *path = headers->interpreter;
	uint64_t last = path->p_offset + path->p_filesz - 1;
	char end;

	complaint->table = "program header";
	complaint->number = (uint64_t)(path - headers->table);
	if (last < here)
		end = ((const char *)&headers->header)[last];
	else if (!read_at(headers->fd, &end, 1, last, complaint))
		return false;
	if (end != '\0')
		return complain(complaint, "PT_INTERP", AS_HEX, path->p_offset,
				"ends in the middle of a string");
	complaint->table = NULL;
	return true;
}

bool elf_read_headers(int fd, struct elf_headers *headers,
		      struct complaint *complaint)
{
	const Elf64_Ehdr *header = &headers->header;
	uint64_t here = ELF_FIRST_READ, size;

	headers->fd = fd;
	complaint->table = NULL;
	if (!examine(headers, complaint))
		return false;
	if (here > headers->size)
		here = headers->size;
	if (!read_at(fd, &headers->header, here, 0, complaint) ||
	    !check_header(headers, complaint))
		return false;
	size = header->e_phnum * sizeof headers->table[0];
	if (header->e_phoff != sizeof *header || size > here - sizeof *header) {
		here = 0;
		if (!read_at(fd, headers->table, size, header->e_phoff,
			     complaint))
			return false;
	}
	return check_program_headers(headers, complaint) &&
	       (!headers->interpreter ||
		check_interpreter(headers, here, complaint));
}
