/*
 * premain/cost/cost_read_symbols.c
 *
 * Which function or variable owns the bytes of the sections: by .symtab, or
 * by .dynsym where the file is stripped. What is in no symbol is said so.
 * Source: gABI chapter 4, "Symbol Table".
 */
#include "premain/cost/cost.h"

#include <stdlib.h>
#include <string.h>

struct reader {
	struct elf_image image;
	Elf64_Shdr *sections;
	char *names;			/* of the symbols, with an end */
	unsigned long long names_size;
	struct ledger *ledger;
};

static void *read_table(const struct elf_image *image,
			unsigned long long offset, unsigned long long size)
{
	char *table;

	if (size > image->size)
		return NULL;
	table = malloc((size_t)size + 1);
	if (!table || !elf_read_at(image, table, offset, (size_t)size)) {
		free(table);
		return NULL;
	}
	table[size] = '\0';
	return table;
}

/* .symtab, or else .dynsym; NULL: there is neither. */
static const Elf64_Shdr *find_table(const struct reader *reader)
{
	const Elf64_Shdr *found = NULL;

	for (unsigned long long i = 0; i < reader->image.sections; i++) {
		const Elf64_Shdr *section = &reader->sections[i];

		if (section->sh_type == SHT_SYMTAB)
			return section;
		if (section->sh_type == SHT_DYNSYM)
			found = section;
	}
	return found;
}

static void claim(struct reader *reader, size_t owner,
		  const Elf64_Shdr *section, unsigned long long offset,
		  unsigned long long size)
{
	struct ledger *ledger = reader->ledger;
	bool zeros = section->sh_type == SHT_NOBITS;
	bool each_threads = zeros && section->sh_flags & SHF_TLS;

	if (!zeros)
		ledger_claim(ledger, &ledger->file, owner,
			     section->sh_offset + offset, size);
	if (reader->image.header.e_type != ET_REL &&
	    section->sh_flags & SHF_ALLOC && !each_threads)
		ledger_claim(ledger, &ledger->memory, owner,
			     section->sh_addr + offset, size);
}

/* A symbol's own bytes, where its section has them. */
static void claim_symbol(struct reader *reader, const Elf64_Sym *symbol)
{
	unsigned int type = ELF64_ST_TYPE(symbol->st_info);
	const Elf64_Shdr *section;
	unsigned long long offset;
	const char *name;

	if (symbol->st_size == 0 || symbol->st_name >= reader->names_size ||
	    symbol->st_shndx == SHN_UNDEF ||
	    symbol->st_shndx >= reader->image.sections ||
	    type == STT_SECTION || type == STT_FILE)
		return;
	section = &reader->sections[symbol->st_shndx];
	offset = symbol->st_value;
	if (reader->image.header.e_type != ET_REL && type != STT_TLS)
		offset -= section->sh_addr;
	if (symbol->st_size > section->sh_size ||
	    offset > section->sh_size - symbol->st_size)
		return;
	name = reader->names + symbol->st_name;
	claim(reader, ledger_owner(reader->ledger, name, strlen(name)),
	      section, offset, symbol->st_size);
}

/* What lies around the symbols, headers too. */
static void claim_rest(struct reader *reader)
{
	static const char rest[] = "(in no symbol)";
	size_t owner = ledger_owner(reader->ledger, rest, sizeof rest - 1);

	ledger_claim(reader->ledger, &reader->ledger->file, owner, 0,
		     reader->image.size);
	for (unsigned long long i = 1; i < reader->image.sections; i++)
		claim(reader, owner, &reader->sections[i], 0,
		      reader->sections[i].sh_size);
}

static const char *claim_all(struct reader *reader)
{
	const Elf64_Shdr *table = find_table(reader), *strings;
	Elf64_Sym *symbols;
	unsigned long long count;

	claim_rest(reader);
	if (!table || table->sh_link >= reader->image.sections)
		return NULL;
	strings = &reader->sections[table->sh_link];
	reader->names = read_table(&reader->image, strings->sh_offset,
				   strings->sh_size);
	symbols = read_table(&reader->image, table->sh_offset,
			     table->sh_size);
	if (!reader->names || !symbols) {
		free(symbols);
		return "its symbol table cannot be read";
	}
	reader->names_size = strings->sh_size;
	count = table->sh_size / sizeof *symbols;
	for (unsigned long long i = 0; i < count; i++)
		claim_symbol(reader, &symbols[i]);
	free(symbols);
	return NULL;
}

const char *cost_read_symbols(int fd, struct ledger *ledger)
{
	struct reader reader = {.ledger = ledger};
	const char *wrong = elf_open_image(fd, &reader.image);

	if (wrong)
		return wrong;
	ledger->size = reader.image.size;
	reader.sections = read_table(&reader.image,
				     reader.image.header.e_shoff,
				     reader.image.sections *
				     sizeof *reader.sections);
	if (!reader.sections)
		return "its section headers cannot be read";
	wrong = ledger_claim_pages(ledger, &reader.image) ?
		claim_all(&reader) : "its program headers cannot be read";
	if (!wrong)
		ledger_settle(ledger, &reader.image);
	free(reader.sections);
	free(reader.names);
	if (!wrong && ledger->lost)
		wrong = "no memory for its ledger";
	return wrong;
}
