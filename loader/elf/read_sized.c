/*
 * loader/elf/read_sized.c - the tables of which another tag says the size
 *
 * Nobody may write on relocations while they are done. But those are what
 * writes an array of functions: only then can its entries be looked at.
 * Source: gABI ch. 5, Dynamic Section; psABI 4.4 (RELA only), 5.2.
 */
#include "loader/elf/tables.h"

/* Where a member of struct elf_dynamic is, in words. */
#define WORD(member) (offsetof(struct elf_dynamic, member) / 8)

enum { RELOCATIONS = 3 };	/* they come first */

struct row {
	unsigned char tag, size_tag;
	unsigned char entry;		/* bytes */
	unsigned char table, count;	/* which words are filled */
	char name[sizeof "DT_PREINIT_ARRAY"];
};

static const struct row rows[] = {
	{ DT_RELA, DT_RELASZ, sizeof(Elf64_Rela),
	  WORD(rela), WORD(rela_count), "DT_RELA" },
	{ DT_JMPREL, DT_PLTRELSZ, sizeof(Elf64_Rela),
	  WORD(jmprel), WORD(jmprel_count), "DT_JMPREL" },
	{ DT_RELR, DT_RELRSZ, sizeof(Elf64_Relr),
	  WORD(relr), WORD(relr_count), "DT_RELR" },
	{ DT_PREINIT_ARRAY, DT_PREINIT_ARRAYSZ, sizeof(Elf64_Addr),
	  WORD(preinit_array), WORD(preinit_count), "DT_PREINIT_ARRAY" },
	{ DT_INIT_ARRAY, DT_INIT_ARRAYSZ, sizeof(Elf64_Addr),
	  WORD(init_array), WORD(init_count), "DT_INIT_ARRAY" },
	{ DT_FINI_ARRAY, DT_FINI_ARRAYSZ, sizeof(Elf64_Addr),
	  WORD(fini_array), WORD(fini_count), "DT_FINI_ARRAY" }
};

static void fill(struct tables *tables, unsigned int word, uint64_t value)
{
	__builtin_memcpy((char *)tables->dynamic + 8UL * word, &value, 8);
}

static bool read_row(struct tables *tables, const struct row *row)
{
	uint64_t size = value_of(tables, row->size_tag);
	const void *table;

	if (!has(tables, row->tag))
		return complain(tables->complaint, row->name, AS_NOTHING, 0,
				"is missing, but its size is there");
	if (size % row->entry)
		return complain(tables->complaint, row->name, AS_COUNT, size,
				"bytes are no number of entries");
	table = locate(tables, row->tag, row->name, size, sizeof(Elf64_Addr));
	if (!table)
		return false;
	if (row < rows + RELOCATIONS)
		guard(tables, tables->value[row->tag], size);
	fill(tables, row->table, (uintptr_t)table);
	fill(tables, row->count, size / row->entry);
	return true;
}

bool read_sized(struct tables *tables)
{
	const struct row *end = rows + sizeof rows / sizeof rows[0];

	for (const struct row *row = rows; row < end; row++)
		if (value_of(tables, row->size_tag) && !read_row(tables, row))
			return false;
	return true;
}
