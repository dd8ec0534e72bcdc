/*
 * premain/cost/cost_read_symbols.c
 *
 * Which function or variable owns the bytes of the sections. What is in no
 * symbol is said so. Source: gABI chapter 4, "Symbol Table".
 */
#include "premain/cost/cost.h"

#include <stdlib.h>
#include <string.h>

/* The section that was looked at last: mostly the next symbol's, too. */
struct last {
	unsigned int number;
	Elf64_Shdr section;
};

static bool find_section(const struct elf_image *image, unsigned int number,
			 struct last *last)
{
	if (number == SHN_UNDEF || number >= image->sections)
		return false;
	if (number != last->number &&
	    !elf_read_section(image, number, &last->section))
		return false;
	last->number = number;
	return true;
}

/* A symbol's own bytes, where its section has them. */
static void claim_symbol(struct ledger *ledger, const struct elf_image *image,
			 const Elf64_Sym *symbol, const char *name,
			 struct last *last)
{
	unsigned int type = ELF64_ST_TYPE(symbol->st_info);
	const Elf64_Shdr *section = &last->section;
	unsigned long long offset = symbol->st_value;

	if (symbol->st_size == 0 || type == STT_SECTION || type == STT_FILE ||
	    !find_section(image, symbol->st_shndx, last))
		return;
	if (image->header.e_type != ET_REL && type != STT_TLS)
		offset -= section->sh_addr;
	if (symbol->st_size <= section->sh_size &&
	    offset <= section->sh_size - symbol->st_size)
		ledger_claim_section(ledger, image, name, section, offset,
				     symbol->st_size);
}

/* What lies around the symbols, headers too. */
static const char *claim_rest(struct ledger *ledger,
			      const struct elf_image *image)
{
	static const char rest[] = "(in no symbol)";
	Elf64_Shdr section;

	ledger_claim(ledger, &ledger->file,
		     ledger_owner(ledger, rest), 0,
		     image->size);
	for (unsigned long long i = 1; i < image->sections; i++) {
		if (!elf_read_section(image, i, &section))
			return "its section headers cannot be read";
		ledger_claim_section(ledger, image, rest, &section, 0,
				     section.sh_size);
	}
	return NULL;
}

const char *cost_read_symbols(const struct elf_image *image,
			      struct ledger *ledger)
{
	const char *wrong = claim_rest(ledger, image);
	struct elf_symbols all;
	struct last last = {0};

	if (wrong)
		return wrong;
	if (!elf_read_symbols(image, &all))
		wrong = "its symbol table cannot be read";
	for (size_t i = 0; i < all.count; i++)
		if (all.list[i].st_name < all.names_size)
			claim_symbol(ledger, image, &all.list[i],
				     all.names + all.list[i].st_name, &last);
	free(all.list);
	free(all.names);
	return wrong;
}
