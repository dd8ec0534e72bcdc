/*
 * tests/elf/spoil.c - spoil GOOD FOLDER <LIST: a bad file for each line
 *
 * A line is edits, `->`, and what a loader should say of the result, which is
 * FOLDER/001, 002 ... in the order of the lines. An edit is PLACE=NUMBER:
 *
 *	e_phnum			a field of the file header; e_ident[4], a byte
 *	p_align[2]		a field of a program header, counted from 0
 *	DT_RELA			the value of the dynamic entry with this tag
 *	tag:DT_RELA		its tag
 *	DT_HASH@8		4 bytes, there in the table that it points to;
 *				DT_HASH@8.2 would be 2, DT_HASH@8.8 eight
 *	size			the file is cut there, or grows
 *
 * Tables are found in the good file: there, offsets are addresses.
 */
#include <elf.h>
#include <fcntl.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct name {
	const char *name;
	unsigned long number;	/* an offset, or a tag */
	unsigned int width;
};

#define FIELD(type, field) \
	{ #field, offsetof(type, field), sizeof(((type *)0)->field) }

static const struct name header_fields[] = {
	FIELD(Elf64_Ehdr, e_type), FIELD(Elf64_Ehdr, e_machine),
	FIELD(Elf64_Ehdr, e_version), FIELD(Elf64_Ehdr, e_entry),
	FIELD(Elf64_Ehdr, e_phoff), FIELD(Elf64_Ehdr, e_phentsize),
	FIELD(Elf64_Ehdr, e_phnum), { "e_ident", 0, 1 }, { NULL, 0, 0 }
};

static const struct name segment_fields[] = {
	FIELD(Elf64_Phdr, p_type), FIELD(Elf64_Phdr, p_flags),
	FIELD(Elf64_Phdr, p_offset), FIELD(Elf64_Phdr, p_vaddr),
	FIELD(Elf64_Phdr, p_filesz), FIELD(Elf64_Phdr, p_memsz),
	FIELD(Elf64_Phdr, p_align), { NULL, 0, 0 }
};

#define TAG(tag) { #tag, tag, 8 }

static const struct name tags[] = {
	TAG(DT_NEEDED), TAG(DT_SONAME), TAG(DT_RUNPATH), TAG(DT_INIT),
	TAG(DT_FINI), TAG(DT_PREINIT_ARRAY), TAG(DT_PREINIT_ARRAYSZ),
	TAG(DT_INIT_ARRAY), TAG(DT_INIT_ARRAYSZ), TAG(DT_FINI_ARRAY),
	TAG(DT_FINI_ARRAYSZ), TAG(DT_HASH), TAG(DT_GNU_HASH), TAG(DT_STRTAB),
	TAG(DT_STRSZ), TAG(DT_SYMTAB), TAG(DT_SYMENT), TAG(DT_RELA),
	TAG(DT_RELASZ), TAG(DT_RELAENT), TAG(DT_RELACOUNT), TAG(DT_JMPREL),
	TAG(DT_PLTRELSZ), TAG(DT_PLTREL), TAG(DT_PLTGOT), TAG(DT_RELR),
	TAG(DT_RELRSZ), TAG(DT_RELRENT), TAG(DT_VERSYM), TAG(DT_VERNEED),
	TAG(DT_VERNEEDNUM), TAG(DT_VERDEF), TAG(DT_VERDEFNUM), TAG(DT_FLAGS),
	TAG(DT_FLAGS_1), TAG(DT_DEBUG), TAG(DT_NULL), { NULL, 0, 0 }
};

static unsigned char good[1 << 16], bad[1 << 16];
static size_t good_size, bad_size;

static void fail(const char *reason, const char *what)
{
	fprintf(stderr, "spoil: %s: %s\n", what, reason);
	exit(1);
}

static const struct name *look_up(const struct name *names, const char *name)
{
	while (names->name && strcmp(names->name, name) != 0)
		names++;
	return names;
}

/* The offset of the first dynamic entry with this tag. */
static size_t entry_of(unsigned long tag)
{
	const Elf64_Ehdr *header = (const void *)good;
	const Elf64_Phdr *segment = (const void *)(good + header->e_phoff);
	const Elf64_Dyn *entry;

	while (segment->p_type != PT_DYNAMIC)
		segment++;
	entry = (const void *)(good + segment->p_offset);
	while ((unsigned long)entry->d_tag != tag) {
		if (entry->d_tag == DT_NULL)
			fail("no such entry", "dynamic section");
		entry++;
	}
	return (size_t)((const unsigned char *)entry - good);
}

static void write_number(size_t offset, unsigned int width,
			 unsigned long number, const char *edit)
{
	if (width > 8 || offset > sizeof bad - width)
		fail("a place outside the file", edit);
	memcpy(bad + offset, &number, width);
}

/* NAME[INDEX] of the headers, NAME already cut from the edit. */
static int edit_header(const char *name, unsigned long index,
		       unsigned long number)
{
	const struct name *field = look_up(header_fields, name);
	const Elf64_Ehdr *header = (const void *)good;

	if (field->name) {
		write_number(field->number + index, field->width, number, name);
		return 1;
	}
	field = look_up(segment_fields, name);
	if (!field->name)
		return 0;
	write_number(header->e_phoff + index * sizeof(Elf64_Phdr) +
		     field->number, field->width, number, name);
	return 1;
}

static void edit_dynamic(char *place, unsigned long number)
{
	char *at = strchr(place, '@');
	int tag_itself = strncmp(place, "tag:", 4) == 0;
	const struct name *tag;
	unsigned long offset, table, width = 4;

	if (at)
		*at++ = '\0';
	tag = look_up(tags, tag_itself ? place + 4 : place);
	if (!tag->name)
		fail("no place of this name", place);
	offset = entry_of(tag->number);
	if (!at) {
		write_number(offset + (tag_itself ? 0 : 8), 8, number, place);
		return;
	}
	memcpy(&table, good + offset + 8, sizeof table);
	table += strtoul(at, &at, 0);
	if (*at == '.')
		width = strtoul(at + 1, NULL, 0);
	write_number(table, (unsigned int)width, number, place);
}

static void apply(char *edit)
{
	char *number = strchr(edit, '='), *bracket = strchr(edit, '[');
	unsigned long value, index = 0;

	if (!number)
		fail("an edit without =", edit);
	*number++ = '\0';
	value = strtoul(number, NULL, 0);
	if (bracket) {
		*bracket++ = '\0';
		index = strtoul(bracket, NULL, 0);
	}
	if (strcmp(edit, "size") == 0)
		bad_size = value;
	else if (!edit_header(edit, index, value))
		edit_dynamic(edit, value);
}

static void store(const char *folder, unsigned int number)
{
	char path[256];
	int fd;

	snprintf(path, sizeof path, "%s/%03u", folder, number);
	fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
	if (fd < 0 || bad_size > sizeof bad ||
	    write(fd, bad, bad_size) != (ssize_t)bad_size || close(fd))
		fail("cannot be written", path);
}

int main(int argc, char **argv)
{
	unsigned int number = 0;
	char line[256];
	int fd;

	if (argc != 3 || (fd = open(argv[1], O_RDONLY)) < 0)
		fail("a good file and a folder are needed", "arguments");
	good_size = (size_t)read(fd, good, sizeof good);
	while (fgets(line, sizeof line, stdin)) {
		char *end = strstr(line, "->"), *rest = line, *edit;

		if (line[0] == '#' || !end)
			continue;
		*end = '\0';
		memcpy(bad, good, sizeof bad);
		bad_size = good_size;
		while ((edit = strsep(&rest, " ")))
			if (*edit)
				apply(edit);
		store(argv[2], ++number);
	}
	printf("%u\n", number);
	return 0;
}
