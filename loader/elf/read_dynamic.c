/*
 * loader/elf/read_dynamic.c - the dynamic section: one pass, then each table
 *
 * A tag that may stand there once and stands there twice is refused: loaders
 * differ in which of the two they believe.
 */
#include <string.h>

#include "loader/elf/tables.h"

/* The number of a tag in `value`; TAG_COUNT: of no interest here. */
static unsigned int number_of(Elf64_Sxword tag)
{
	switch (tag) {
	case DT_GNU_HASH: return TAG_GNU_HASH;
	case DT_VERSYM: return TAG_VERSYM;
	case DT_RELACOUNT: return TAG_RELACOUNT;
	case DT_FLAGS_1: return TAG_FLAGS_1;
	case DT_VERDEF: return TAG_VERDEF;
	case DT_VERDEFNUM: return TAG_VERDEFNUM;
	case DT_VERNEED: return TAG_VERNEED;
	case DT_VERNEEDNUM: return TAG_VERNEEDNUM;
	}
	return tag >= 0 && tag <= DT_RELRENT ? (unsigned int)tag : TAG_COUNT;
}

static bool keep_entry(struct tables *tables, const Elf64_Dyn *entry)
{
	unsigned int tag = number_of(entry->d_tag);

	if (tag == DT_NEEDED)
		tables->dynamic->needed_count++;
	else if (tag < TAG_COUNT && has(tables, tag))
		return complain(tables->complaint, "d_tag", AS_HEX,
				(uint64_t)entry->d_tag,
				"appears a second time");
	if (tag == TAG_COUNT)
		return true;
	tables->present |= 1UL << tag;
	tables->value[tag] = entry->d_un.d_val;
	if (tag == DT_DEBUG)
		tables->debug = entry;
	return true;
}

static bool keep_entries(struct tables *tables, uint64_t count)
{
	const Elf64_Dyn *entry = tables->dynamic->table;

	tables->complaint->table = "dynamic entry";
	for (uint64_t i = 0; i < count; i++, entry++) {
		tables->complaint->number = i;
		if (entry->d_tag == DT_NULL) {
			tables->complaint->table = NULL;
			return true;
		}
		if (!keep_entry(tables, entry))
			return false;
	}
	tables->complaint->table = NULL;
	return complain(tables->complaint, "DT_NULL", AS_NOTHING, 0,
			"is missing: the table has no end");
}

/* DT_FLAGS, and what its bits were before there were flags. */
static void keep_flags(struct tables *tables)
{
	struct elf_dynamic *dynamic = tables->dynamic;

	dynamic->flags = tables->value[DT_FLAGS] |
		(has(tables, DT_SYMBOLIC) ? DF_SYMBOLIC : 0UL) |
		(has(tables, DT_TEXTREL) ? DF_TEXTREL : 0UL) |
		(has(tables, DT_BIND_NOW) ? DF_BIND_NOW : 0UL);
	dynamic->flags_1 = tables->value[TAG_FLAGS_1];
}

/*
 * Where a loader itself writes. A linker that binds nothing lazily may let
 * DT_PLTGOT point anywhere.
 */
static void find_places(struct tables *tables)
{
	struct elf_dynamic *dynamic = tables->dynamic;
	uint64_t pltgot = tables->value[DT_PLTGOT];

	if (has(tables, DT_PLTGOT) && pltgot % sizeof(Elf64_Addr) == 0)
		dynamic->pltgot = elf_target(tables->image, dynamic, pltgot,
					     3 * sizeof(Elf64_Addr));
	if (tables->debug)
		dynamic->debug = elf_target(tables->image, dynamic,
			(uintptr_t)tables->debug - tables->image->base,
			sizeof *tables->debug);
}

bool elf_read_dynamic(const struct elf_image *image, const Elf64_Phdr *segment,
		      struct elf_dynamic *dynamic,
		      struct complaint *complaint)
{
	struct tables tables;

	complaint->table = NULL;
	memset(dynamic, 0, sizeof *dynamic);
	if (!segment)
		return true;
	memset(&tables, 0, sizeof tables);
	tables.image = image;
	tables.dynamic = dynamic;
	tables.complaint = complaint;
	dynamic->table = (const Elf64_Dyn *)(image->base + segment->p_vaddr);
	if (!keep_entries(&tables, segment->p_memsz / sizeof(Elf64_Dyn)))
		return false;
	keep_flags(&tables);
	if (!read_strings(&tables) || !read_symbols(&tables) ||
	    !read_gnu_hash(&tables) || !read_hash(&tables) ||
	    !read_versions(&tables) || !read_relocations(&tables) ||
	    !read_functions(&tables))
		return false;
	find_places(&tables);
	return true;
}
