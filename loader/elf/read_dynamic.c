/*
 * loader/elf/read_dynamic.c - the dynamic section: one pass, then each table
 *
 * A tag that may stand there once and stands there twice is refused: loaders
 * differ in which of the two they believe.
 */
#include <string.h>

#include "loader/elf/tables.h"

#define BIT(tag) (1UL << (tag))

/* The tags of interest; and those that ask for more than to be kept once. */
static const uint64_t known = BIT(TAG_HIGH) - 1 + BIT(TAG_VERSYM) +
	BIT(TAG_RELACOUNT) + BIT(TAG_FLAGS_1) + BIT(TAG_VERDEF) +
	BIT(TAG_VERDEFNUM) + BIT(TAG_VERNEED) + BIT(TAG_VERNEEDNUM);
static const uint64_t special = BIT(DT_NULL) + BIT(DT_NEEDED) +
	BIT(DT_DEBUG) + BIT(TAG_COUNT);

/* The number of a high tag; TAG_COUNT: it is of no interest. */
static unsigned int number_of(uint64_t tag)
{
	unsigned int number = TAG_HIGH + (unsigned int)(tag & 15);

	if (tag == DT_GNU_HASH)
		return TAG_GNU_HASH;
	return tag - DT_VERSYM < 16 && BIT(number) & known ?
		number : TAG_COUNT;
}

/* False: it is the end, or it appears a second time. */
static bool keep_special(struct tables *tables, Elf64_Dyn *entry,
			 uint64_t number)
{
	if (number == DT_NEEDED) {
		tables->dynamic->needed_count++;
		if (tables->needed < entry->d_un.d_val)
			tables->needed = entry->d_un.d_val;
		return true;
	}
	if (number == DT_DEBUG && !tables->debug) {
		tables->debug = entry;
		return true;
	}
	return number == TAG_COUNT;
}

/* Returns the entry that is not kept: the end, or a wrong one; or `end`. */
static const Elf64_Dyn *keep_entries(struct tables *tables, Elf64_Dyn *entry,
				     const Elf64_Dyn *end)
{
	uint64_t seen = special;

	for (; entry < end; entry++) {
		uint64_t number = (uint64_t)entry->d_tag;

		if (number >= TAG_HIGH)
			number = number_of(number);
		if (seen & BIT(number) && !keep_special(tables, entry, number))
			break;
		seen |= BIT(number);
		tables->value[number] = entry->d_un.d_val;
	}
	tables->present = seen;
	return entry;
}

static bool read_entries(struct tables *tables, Elf64_Dyn *first,
			 uint64_t count)
{
	const Elf64_Dyn *entry = keep_entries(tables, first, first + count);

	if (entry == first + count)
		return complain(tables->complaint, "DT_NULL", AS_NOTHING, 0,
				"is missing: the table has no end");
	if (entry->d_tag == DT_NULL)
		return true;
	tables->complaint->table = "dynamic entry";
	tables->complaint->number = (uint64_t)(entry - first);
	return complain(tables->complaint, "d_tag", AS_HEX,
			(uint64_t)entry->d_tag, "appears a second time");
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
	Elf64_Dyn *table;

	complaint->table = NULL;
	if (!segment)
		return true;
	memset(&tables, 0, sizeof tables);
	tables.image = image;
	tables.dynamic = dynamic;
	tables.complaint = complaint;
	table = (Elf64_Dyn *)(image->base + segment->p_vaddr);
	dynamic->table = table;
	if (!read_entries(&tables, table, segment->p_memsz / sizeof *table))
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
