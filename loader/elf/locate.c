/* loader/elf/locate.c - where a table lies, and how much room it has */
#include "loader/elf/tables.h"

void *locate(const struct tables *tables, unsigned int tag, const char *name,
	     uint64_t size, uint64_t align)
{
	uint64_t address = tables->value[tag];
	uint64_t room = bytes_behind(tables, tag);
	const char *wrong = NULL;

	if (address & (align - 1))
		wrong = "is not aligned to its entries";
	else if (!elf_find(tables->image, address, 1, 0))
		wrong = "lies outside every segment";
	else if (room == 0)
		wrong = "lies where the file has no bytes";
	else if (size > room)
		wrong = "does not end in its segment";
	else if (!elf_is_data(tables->image, address, size))
		wrong = "lies in a segment that cannot be read";
	if (!wrong)
		return (void *)(tables->image->base + address);
	complain(tables->complaint, name, AS_HEX, address, wrong);
	return NULL;
}

void guard(struct tables *tables, uint64_t address, uint64_t size)
{
	struct elf_dynamic *dynamic = tables->dynamic;
	struct elf_range *range = &dynamic->guarded[dynamic->guarded_count];

	if (size == 0 || !elf_find(tables->image, address, size, PF_W))
		return;
	range->start = address;
	range->end = address + size;
	dynamic->guarded_count++;
}

uint64_t bytes_behind(const struct tables *tables, unsigned int tag)
{
	const struct elf_image *image = tables->image;
	const struct elf_segment *segment =
		segment_at(image->segments, image->segment_count,
			   tables->value[tag]);

	if (!segment || tables->value[tag] > segment->file_end)
		return 0;
	return segment->file_end - tables->value[tag];
}

uint64_t bytes_until_next(const struct tables *tables, unsigned int tag)
{
	static const unsigned char addresses[] = {
		DT_PLTGOT, DT_HASH, DT_STRTAB, DT_SYMTAB, DT_RELA, DT_INIT,
		DT_FINI, DT_JMPREL, DT_INIT_ARRAY, DT_FINI_ARRAY,
		DT_PREINIT_ARRAY, DT_RELR, TAG_GNU_HASH, TAG_VERSYM,
		TAG_VERDEF, TAG_VERNEED
	};
	uint64_t start = tables->value[tag];
	uint64_t bytes = bytes_behind(tables, tag);

	for (size_t i = 0; i < sizeof addresses; i++) {
		unsigned int other = addresses[i];

		if (has(tables, other) && tables->value[other] > start &&
		    tables->value[other] - start < bytes)
			bytes = tables->value[other] - start;
	}
	return bytes;
}
