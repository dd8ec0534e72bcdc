/*
 * loader/elf/symbols.c - DT_SYMTAB, whose size no tag says
 *
 * DT_HASH says it (nchain). A file that has DT_GNU_HASH only does not: that
 * knows of the symbols that others may see, and nothing of those before them.
 * Then the table is taken to reach to the next one. So symbol_count may count a
 * few that nobody made, but never one outside the segment.
 * Source: gABI ch. 5, Hash Table.
 */
#include "loader/elf/tables.h"

static bool keep_count(struct tables *tables, uint32_t count)
{
	if (count > bytes_behind(tables, DT_SYMTAB) / sizeof(Elf64_Sym))
		return complain(tables->complaint, "DT_HASH's nchain",
				AS_COUNT, count, "symbols do not fit into "
				"DT_SYMTAB's segment");
	tables->dynamic->symbol_count = count;
	return true;
}

static bool count_symbols(struct tables *tables)
{
	const uint32_t *hash;
	uint64_t count;

	if (has(tables, DT_HASH)) {
		hash = locate(tables, DT_HASH, "DT_HASH", 2 * sizeof *hash,
			      sizeof *hash);
		return hash && keep_count(tables, hash[1]);
	}
	count = bytes_until_next(tables, DT_SYMTAB) / sizeof(Elf64_Sym);
	if (has(tables, TAG_VERSYM)) {
		uint64_t versions = bytes_until_next(tables, TAG_VERSYM) /
				    sizeof(Elf64_Half);

		if (count > versions)
			count = versions;
	}
	tables->dynamic->symbol_count =
		count < UINT32_MAX ? (uint32_t)count : UINT32_MAX;
	return true;
}

static bool read_versym(struct tables *tables)
{
	struct elf_dynamic *dynamic = tables->dynamic;

	if (!has(tables, TAG_VERSYM))
		return true;
	dynamic->versym = locate(tables, TAG_VERSYM, "DT_VERSYM",
				 dynamic->symbol_count * sizeof(Elf64_Half),
				 sizeof(Elf64_Half));
	return dynamic->versym != NULL;
}

bool read_symbols(struct tables *tables)
{
	struct elf_dynamic *dynamic = tables->dynamic;

	if (!has(tables, DT_SYMTAB)) {
		if (!has(tables, DT_HASH) && !has(tables, TAG_GNU_HASH) &&
		    !has(tables, TAG_VERSYM))
			return true;
		return complain(tables->complaint, "DT_SYMTAB", AS_NOTHING, 0,
				"is missing");
	}
	if (!dynamic->strings)
		return complain(tables->complaint, "DT_STRTAB", AS_NOTHING, 0,
				"is missing");
	if (has(tables, DT_SYMENT) &&
	    tables->value[DT_SYMENT] != sizeof(Elf64_Sym))
		return complain(tables->complaint, "DT_SYMENT", AS_COUNT,
				tables->value[DT_SYMENT], "is not 24");
	dynamic->symbols = locate(tables, DT_SYMTAB, "DT_SYMTAB",
				  sizeof(Elf64_Sym), sizeof(Elf64_Addr));
	return dynamic->symbols && count_symbols(tables) &&
	       read_versym(tables);
}
