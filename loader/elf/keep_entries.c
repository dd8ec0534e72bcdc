/*
 * loader/elf/keep_entries.c - the dynamic section goes into an array by tag
 *
 * A tag that may stand there once and stands there twice is refused: loaders
 * differ in which of the two they believe.
 */
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
	bool filters = elf_is_filter(entry);

	if (number == DT_NEEDED || filters) {
		tables->dynamic->needed_count += !filters;
		tables->dynamic->filter_count += filters;
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

const Elf64_Dyn *keep_entries(struct tables *tables, Elf64_Dyn *entry,
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
