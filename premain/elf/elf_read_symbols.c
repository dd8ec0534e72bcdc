/*
 * premain/elf/elf_read_symbols.c
 *
 * The symbols of a file and their names: .symtab, or .dynsym where the file
 * is stripped. Source: gABI chapter 4, "Symbol Table".
 */
#include "premain/elf/facts.h"

#include <stdlib.h>

/* With a NUL behind it. */
static void *read_table(const struct elf_image *image,
			const Elf64_Shdr *section)
{
	size_t size = section->sh_size;
	char *table = size <= image->size ? malloc(size + 1) : NULL;

	if (table && elf_read_at(image, table, section->sh_offset, size)) {
		table[size] = '\0';
		return table;
	}
	free(table);
	return NULL;
}

static bool find_table(const struct elf_image *image, unsigned int type,
		       Elf64_Shdr *table, Elf64_Shdr *strings)
{
	for (unsigned long long i = 1; i < image->sections; i++)
		if (elf_read_section(image, i, table) &&
		    table->sh_type == type && table->sh_link < image->sections)
			return elf_read_section(image, table->sh_link,
						strings);
	return false;
}

bool elf_read_symbols(const struct elf_image *image,
		      struct elf_symbols *symbols)
{
	Elf64_Shdr table, strings;

	*symbols = (struct elf_symbols){0};
	symbols->stripped = !find_table(image, SHT_SYMTAB, &table, &strings);
	if (symbols->stripped &&
	    !find_table(image, SHT_DYNSYM, &table, &strings))
		return true;
	symbols->list = read_table(image, &table);
	symbols->names = read_table(image, &strings);
	if (symbols->list && symbols->names) {
		symbols->count = table.sh_size / sizeof *symbols->list;
		symbols->names_size = strings.sh_size;
	}
	return symbols->list && symbols->names;
}
