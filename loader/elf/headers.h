/*
 * loader/elf/headers.h - the headers of an ELF file, once they are checked
 *
 * The file header and the 72 program headers behind it are one page; a file
 * with more of them is refused.
 * Source: gABI ch. 4, ELF Header; gABI ch. 5, Program Header.
 */
#ifndef LOADER_ELF_HEADERS_H
#define LOADER_ELF_HEADERS_H

#include "loader/elf/complaint.h"
#include "loader/elf/segment.h"

#define ELF_HEADERS_MAX 72
#define ELF_ALIGN_MAX (1UL << 30)	/* the processor's largest page */
#define ELF_SPAN_MAX (1UL << 40)	/* an object's memory: 1 TiB */
#define ELF_ADDRESS_END 0x7ffffffff000UL	/* of user space */
#define ELF_PATH_MAX 4096	/* PT_INTERP's, linux/limits.h */

/*
 * What the kernel has mapped has its table in memory. That of a file is copied
 * before it is checked: a file may change, even while it is mapped; `copy` is
 * set by who has the struct. A program header that the file
 * has not, or whose size is 0 (PT_LOAD, PT_GNU_RELRO), is NULL.
 */
struct elf_headers {
	uintptr_t place;		/* where the whole file is mapped, */
	size_t room;			/* and how much memory that is */
	int fd;				/* -1: there is no file */
	uint64_t size;			/* of the file, in bytes */
	uint64_t device, inode;		/* two names, one file */

	const Elf64_Phdr *dynamic;	/* in a readable file part */
	const Elf64_Phdr *interpreter;	/* in the file */
	const Elf64_Phdr *relro;	/* in the pages of a writable segment */
	const Elf64_Phdr *stack;	/* its p_flags are a policy's matter */
	const Elf64_Phdr *tls;		/* its file part is in a segment's */
	uint64_t table_address;		/* the program headers', 0: in none */
	uint64_t align;			/* the largest p_align, or a page */
	bool entry_is_code;		/* e_entry may be jumped to */
	bool has_holes;			/* whole pages between two segments */
	bool writable_code;		/* in a segment: W and X together */
	unsigned int segment_count;	/* at least 1 */
	const Elf64_Phdr *table;	/* the header's e_phnum of them */
	Elf64_Phdr *copy;		/* a file's table: room for all */
	Elf64_Ehdr header;
	struct elf_segment segments[ELF_HEADERS_MAX];	/* ascending */
};

_Static_assert(sizeof(Elf64_Ehdr) + ELF_HEADERS_MAX * sizeof(Elf64_Phdr) ==
	       ELF_PAGE, "72 program headers and the file header are a page");

/*
 * What an open file is: how large, and which one. False with a complaint, here
 * and below, whose object the caller has named. One system call.
 */
bool elf_examine(int fd, struct elf_headers *headers,
		 struct complaint *complaint);

/*
 * Maps the file that was examined, to where the object may stay, and checks a
 * copy of its headers. One system call. Then elf_map is called, or elf_drop.
 */
bool elf_read_headers(struct elf_headers *headers,
		      struct complaint *complaint);

/* Unmaps the file. */
void elf_drop(const struct elf_headers *headers);

/*
 * Checks a header and a table that the caller has set, with fd and size:
 * for what the kernel has mapped already, fd -1 and size UINT64_MAX.
 */
bool elf_check_headers(struct elf_headers *headers,
		       struct complaint *complaint);

/*
 * The same without the file header, of which the kernel has seen that it is
 * one. It has e_type, e_entry, e_phoff, and e_phnum, which is not too high.
 */
bool elf_check_program_headers(struct elf_headers *headers,
			       struct complaint *complaint);

#endif
