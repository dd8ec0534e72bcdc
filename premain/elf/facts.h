/*
 * premain/elf/facts.h
 *
 * What a file says of itself, for the comparison. Nothing in a file is
 * believed: every range is checked against the file's size by subtraction.
 * Source: gABI chapters 4 and 5; psABI 4.1, 5.2.
 */
#ifndef PREMAIN_ELF_FACTS_H
#define PREMAIN_ELF_FACTS_H

#include <elf.h>
#include <stdbool.h>
#include <stddef.h>

enum elf_kind {
	ELF_KIND_STATIC,	/* ET_EXEC that asks for no interpreter */
	ELF_KIND_STATIC_PIE,	/* ET_DYN that relocates itself */
	ELF_KIND_DYNAMIC,	/* asks for an interpreter, PIE or not */
	ELF_KIND_SHARED,	/* a library: needs others or has a name */
	ELF_KIND_OTHER		/* an object file, a core */
};

struct elf_facts {
	enum elf_kind kind;
	unsigned int type;			/* e_type */
	char interpreter[256];		/* "" where none is asked for */
	unsigned long long file_size;
	unsigned long long text, rodata, data, bss;
	bool sections;			/* sizes by section, not by segment */
	unsigned int loads;
	unsigned long long relocations;	/* entries, RELR expanded */
	bool needs;			/* libraries, by DT_NEEDED */
};

/* Reads an open file; NULL, or what is wrong with it. */
const char *elf_read_facts(int fd, struct elf_facts *facts);

/* The type as the table shows it: ET_EXEC, static-PIE, dynamic ... */
const char *elf_kind_name(enum elf_kind kind);

/* Inside the room: a file whose headers are known to lie within it. */
struct elf_image {
	int fd;
	unsigned long long size;
	Elf64_Ehdr header;
	unsigned long long sections;	/* e_shnum, or what it stands for */
};

const char *elf_open_image(int fd, struct elf_image *image);
bool elf_read_at(const struct elf_image *image, void *to,
		 unsigned long long offset, size_t length);
bool elf_read_segment(const struct elf_image *image, unsigned int number,
		      Elf64_Phdr *segment);
bool elf_read_section(const struct elf_image *image,
		      unsigned long long number, Elf64_Shdr *section);

/* The symbols of a file, none where it has none, and their names; both are to
 * be freed. False: they cannot be read, and there are none. */
struct elf_symbols {
	Elf64_Sym *list;
	size_t count;
	char *names;
	size_t names_size;
	bool stripped;		/* not all, but those of .dynsym */
};

bool elf_read_symbols(const struct elf_image *image,
		      struct elf_symbols *symbols);

/* A name of a string table, cut where it has no end; "" where it has none. */
enum { ELF_NAME = 256 };

void elf_read_name(const struct elf_image *image, const Elf64_Shdr *strings,
		   unsigned long long offset, char name[ELF_NAME]);
const char *elf_measure(const struct elf_image *image,
			struct elf_facts *facts);
const char *elf_count_dynamic(const struct elf_image *image,
			     const Elf64_Phdr *segment,
			     struct elf_facts *facts);
bool elf_count_relr(const struct elf_image *image, unsigned long long offset,
		    unsigned long long size, unsigned long long *count);

#endif
