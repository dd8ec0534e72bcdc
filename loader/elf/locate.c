/* loader/elf/locate.c - where a table lies, and how much room it has */
#include "loader/elf/tables.h"

static const struct elf_segment *segment_of(const struct tables *tables,
					    unsigned int tag)
{
	return segment_at(tables->image->segments,
			  tables->image->segment_count, tables->value[tag]);
}

static uint64_t room_in(const struct elf_segment *segment, uint64_t address)
{
	return segment && address < segment->file_end ?
		segment->file_end - address : 0;
}

uint64_t bytes_behind(const struct tables *tables, unsigned int tag)
{
	return room_in(segment_of(tables, tag), tables->value[tag]);
}

void *locate(const struct tables *tables, unsigned int tag, const char *name,
	     uint64_t size, uint64_t align)
{
	const struct elf_segment *segment = segment_of(tables, tag);
	uint64_t address = tables->value[tag];
	uint64_t room = room_in(segment, address);
	const char *wrong = "lies outside every segment";

	if (address & (align - 1))
		wrong = "is not aligned to its entries";
	else if (room && size <= room && segment->flags & PF_R)
		return (void *)(tables->image->base + address);
	else if (segment && room == 0)
		wrong = "lies where the file has no bytes";
	else if (segment && size > room)
		wrong = "does not end in its segment";
	else if (segment)
		wrong = "lies in a segment that cannot be read";
	complain(tables->complaint, name, AS_HEX, address, wrong);
	return NULL;
}

void guard_writable(struct tables *tables, uint64_t address, uint64_t size)
{
	struct elf_dynamic *dynamic = tables->dynamic;
	struct elf_range *range = &dynamic->guarded[dynamic->guarded_count];

	if (size == 0 || !elf_find(tables->image, address, size, PF_W))
		return;
	range->start = address;
	range->end = address + size;
	dynamic->guarded_count++;
}

uint64_t bytes_until_next(const struct tables *tables, unsigned int tag)
{
	static const uint64_t addresses =
		1UL << DT_PLTGOT | 1UL << DT_HASH | 1UL << DT_STRTAB |
		1UL << DT_SYMTAB | 1UL << DT_RELA | 1UL << DT_INIT |
		1UL << DT_FINI | 1UL << DT_JMPREL | 1UL << DT_INIT_ARRAY |
		1UL << DT_FINI_ARRAY | 1UL << DT_PREINIT_ARRAY |
		1UL << DT_RELR | 1UL << TAG_GNU_HASH | 1UL << TAG_VERSYM |
		1UL << TAG_VERDEF | 1UL << TAG_VERNEED;
	uint64_t left = tables->present & addresses;
	uint64_t start = tables->value[tag];
	uint64_t bytes = bytes_behind(tables, tag);

	for (; left; left &= left - 1) {
		uint64_t other = tables->value[__builtin_ctzl(left)];

		if (other - start - 1 < bytes)	/* it is behind, and nearer */
			bytes = other - start;
	}
	return bytes;
}
