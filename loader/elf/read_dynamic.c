/*
 * loader/elf/read_dynamic.c - the dynamic section: one pass, then each table
 */
#include "loader/elf/tables.h"

static bool read_entries(struct tables *tables, Elf64_Dyn *first,
			 uint64_t count)
{
	const Elf64_Dyn *entry = keep_entries(tables, first, first + count);

	if (entry == first + count)
		return complain(tables->complaint, "DT_NULL", AS_NOTHING, 0,
				"is missing");
	if (entry->d_tag == DT_NULL)
		return true;
	tables->complaint->table = "dynamic entry";
	tables->complaint->number = (uint64_t)(entry - first);
	return complain(tables->complaint, "d_tag", AS_HEX,
			(uint64_t)entry->d_tag, "appears a second time");
}

/* Where the first segment begins that can be written. */
static uint64_t first_writable(const struct elf_image *image)
{
	const struct elf_segment *segment = image->segments;
	const struct elf_segment *end = segment + image->segment_count;

	while (segment < end && !(segment->flags & PF_W))
		segment++;
	return segment < end ? segment->start : UINT64_MAX;
}

/* DT_FLAGS, and what its bits were before there were flags. */
static void keep_flags(struct tables *tables)
{
	struct elf_dynamic *dynamic = tables->dynamic;

	dynamic->flags = value_of(tables, DT_FLAGS) |
		(has(tables, DT_SYMBOLIC) ? DF_SYMBOLIC : 0UL) |
		(has(tables, DT_TEXTREL) ? DF_TEXTREL : 0UL) |
		(has(tables, DT_BIND_NOW) ? DF_BIND_NOW : 0UL);
	dynamic->flags_1 = value_of(tables, TAG_FLAGS_1);
}

/*
 * Where a loader itself writes. A linker that binds nothing lazily may let
 * DT_PLTGOT point anywhere.
 */
static void find_places(struct tables *tables)
{
	struct elf_dynamic *dynamic = tables->dynamic;
	uint64_t pltgot = value_of(tables, DT_PLTGOT);

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
	tables.image = image;
	tables.writable = first_writable(image);
	tables.dynamic = dynamic;
	tables.complaint = complaint;
	tables.debug = NULL;
	tables.needed = 0;
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
