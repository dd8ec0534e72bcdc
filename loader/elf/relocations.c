/*
 * loader/elf/relocations.c - the three tables of relocations
 *
 * Old linkers count the PLT's entries in DT_RELASZ too, at the end: here each
 * is in one table only.
 * Source: gABI ch. 5, Dynamic Section; psABI 4.4 (RELA only), 5.2.
 */
#include "loader/elf/tables.h"

/* A size that the file says of entries is the one that they have. */
static bool check_entry(const struct tables *tables, unsigned int tag,
			const char *name, uint64_t size)
{
	return !has(tables, tag) || tables->value[tag] == size ||
	       complain(tables->complaint, name, AS_COUNT, tables->value[tag],
			"is not the size of an entry");
}

/* Those of DT_JMPREL are in DT_RELA's table no more. */
static void part(struct elf_dynamic *dynamic)
{
	const Elf64_Rela *end = dynamic->rela + dynamic->rela_count;

	if (dynamic->jmprel_count <= dynamic->rela_count &&
	    end - dynamic->jmprel_count == dynamic->jmprel)
		dynamic->rela_count -= dynamic->jmprel_count;
}

static bool read_relative_count(struct tables *tables)
{
	struct elf_dynamic *dynamic = tables->dynamic;

	dynamic->relative_count = value_of(tables, TAG_RELACOUNT);
	return dynamic->relative_count <= dynamic->rela_count ||
	       complain(tables->complaint, "DT_RELACOUNT", AS_COUNT,
			dynamic->relative_count,
			"is more than there are in DT_RELA");
}

bool read_relocations(struct tables *tables)
{
	if (value_of(tables, DT_RELSZ))
		return complain(tables->complaint, "DT_RELSZ", AS_COUNT,
				value_of(tables, DT_RELSZ),
				"is not 0: x86-64 has DT_RELA only");
	if (value_of(tables, DT_PLTRELSZ) && has(tables, DT_PLTREL) &&
	    tables->value[DT_PLTREL] != DT_RELA)
		return complain(tables->complaint, "DT_PLTREL", AS_COUNT,
				tables->value[DT_PLTREL],
				"is not 7: x86-64 has DT_RELA only");
	if (!check_entry(tables, DT_RELAENT, "DT_RELAENT",
			 sizeof(Elf64_Rela)) ||
	    !check_entry(tables, DT_RELRENT, "DT_RELRENT",
			 sizeof(Elf64_Relr)) ||
	    !read_sized(tables))
		return false;
	part(tables->dynamic);
	return read_relative_count(tables);
}
