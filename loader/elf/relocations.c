/*
 * loader/elf/relocations.c - the three tables of relocations, and DT_PLTGOT
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

/* How many entries a table has: none where it is empty or not there. */
static bool count_entries(struct tables *tables, unsigned int tag,
			  unsigned int size_tag, const char *name,
			  uint64_t entry, uint64_t *count)
{
	uint64_t size = tables->value[size_tag];

	*count = size / entry;
	if (size == 0)
		return true;
	if (!has(tables, tag))
		return complain(tables->complaint, name, AS_NOTHING, 0,
				"is missing, but its size is there");
	if (size % entry)
		return complain(tables->complaint, name, AS_COUNT, size,
				"bytes are no number of entries");
	guard(tables, tables->value[tag], size);
	return locate(tables, tag, name, size, sizeof(Elf64_Addr));
}

static const void *place(const struct tables *tables, unsigned int tag,
			 uint64_t count)
{
	return count ? (const void *)
		(tables->image->base + tables->value[tag]) : NULL;
}

static bool read_rela(struct tables *tables)
{
	struct elf_dynamic *dynamic = tables->dynamic;

	if (!count_entries(tables, DT_RELA, DT_RELASZ, "DT_RELA",
			   sizeof(Elf64_Rela), &dynamic->rela_count))
		return false;
	dynamic->rela = place(tables, DT_RELA, dynamic->rela_count);
	return true;
}

static bool read_relr(struct tables *tables)
{
	struct elf_dynamic *dynamic = tables->dynamic;

	if (!count_entries(tables, DT_RELR, DT_RELRSZ, "DT_RELR",
			   sizeof(Elf64_Relr), &dynamic->relr_count))
		return false;
	dynamic->relr = place(tables, DT_RELR, dynamic->relr_count);
	return true;
}

static bool read_jmprel(struct tables *tables)
{
	struct elf_dynamic *dynamic = tables->dynamic;
	const Elf64_Rela *end;

	if (tables->value[DT_PLTRELSZ] && has(tables, DT_PLTREL) &&
	    tables->value[DT_PLTREL] != DT_RELA)
		return complain(tables->complaint, "DT_PLTREL", AS_COUNT,
				tables->value[DT_PLTREL],
				"is not 7: x86-64 has DT_RELA only");
	if (!count_entries(tables, DT_JMPREL, DT_PLTRELSZ, "DT_JMPREL",
			   sizeof *end, &dynamic->jmprel_count))
		return false;
	dynamic->jmprel = place(tables, DT_JMPREL, dynamic->jmprel_count);
	end = dynamic->rela + dynamic->rela_count;
	if (dynamic->jmprel_count <= dynamic->rela_count &&
	    end - dynamic->jmprel_count == dynamic->jmprel)
		dynamic->rela_count -= dynamic->jmprel_count;
	return true;
}

static bool read_relative_count(struct tables *tables)
{
	struct elf_dynamic *dynamic = tables->dynamic;

	dynamic->relative_count = tables->value[TAG_RELACOUNT];
	return dynamic->relative_count <= dynamic->rela_count ||
	       complain(tables->complaint, "DT_RELACOUNT", AS_COUNT,
			dynamic->relative_count,
			"is more than there are in DT_RELA");
}

bool read_relocations(struct tables *tables)
{
	if (tables->value[DT_RELSZ])
		return complain(tables->complaint, "DT_RELSZ", AS_COUNT,
				tables->value[DT_RELSZ],
				"is not 0: x86-64 has DT_RELA only");
	return check_entry(tables, DT_RELAENT, "DT_RELAENT",
			   sizeof(Elf64_Rela)) &&
	       check_entry(tables, DT_RELRENT, "DT_RELRENT",
			   sizeof(Elf64_Relr)) &&
	       read_rela(tables) && read_jmprel(tables) && read_relr(tables) &&
	       read_relative_count(tables);
}
