/*
 * loader/elf/gnu_hash.c - DT_GNU_HASH, so that a look-up needs no check
 *
 * Chains lie one behind the other, in the order of the symbols. If the last
 * entry that says `end` is known, every chain that begins at or before it has
 * an end: there at the latest. So one comparison is all that a bucket needs.
 * Source: "GNU Hash ELF Sections", binutils bfd/elflink.c.
 */
#include "loader/elf/tables.h"

/* What is left of the segment behind `count` entries; ~0: they do not fit. */
static uint64_t take(uint64_t left, uint64_t count, uint64_t size)
{
	return count > left / size ? ~0UL : left - count * size;
}

static bool complain_of(const struct tables *tables, const char *field,
			uint64_t value, const char *sentence)
{
	return complain(tables->complaint, field, AS_COUNT, value, sentence);
}

static bool check_header(const struct tables *tables,
			 const Elf64_GnuHash *header)
{
	if (header->bucket_count == 0)
		return complain_of(tables, "DT_GNU_HASH's bucket_count", 0,
				   "would be divided by");
	if (header->bloom_size == 0 ||
	    header->bloom_size & (header->bloom_size - 1))
		return complain_of(tables, "DT_GNU_HASH's bloom_size",
				   header->bloom_size,
				   "is not a power of two");
	if (header->bloom_shift >= 32)
		return complain_of(tables, "DT_GNU_HASH's bloom_shift",
				   header->bloom_shift,
				   "is more than a hash has bits");
	return true;
}

/* Finds the parts; `chain_room` is how many chain entries may be there. */
static bool find_parts(const struct tables *tables,
		       const Elf64_GnuHash *header, uint64_t *chain_room)
{
	struct elf_gnu_hash *hash = &tables->dynamic->gnu_hash;
	uint64_t left = bytes_behind(tables, TAG_GNU_HASH) - sizeof *header;

	left = take(left, header->bloom_size, sizeof *hash->bloom);
	if (left == ~0UL)
		return complain_of(tables, "DT_GNU_HASH's bloom_size",
				   header->bloom_size,
				   "does not fit into its segment");
	left = take(left, header->bucket_count, sizeof *hash->buckets);
	if (left == ~0UL)
		return complain_of(tables, "DT_GNU_HASH's bucket_count",
				   header->bucket_count,
				   "does not fit into its segment");
	hash->first_symbol = header->first_symbol;
	hash->bloom_mask = header->bloom_size - 1;
	hash->bloom_shift = header->bloom_shift;
	hash->bloom = (const uint64_t *)(header + 1);
	hash->buckets = (const uint32_t *)(hash->bloom + header->bloom_size);
	hash->chains = hash->buckets + header->bucket_count;
	hash->bucket_count = header->bucket_count;
	*chain_room = left / sizeof *hash->chains;
	return true;
}

/* How many chain entries there are up to the last one that ends a chain. */
static uint32_t find_span(const struct tables *tables, uint64_t chain_room)
{
	const struct elf_gnu_hash *hash = &tables->dynamic->gnu_hash;
	uint32_t count = tables->dynamic->symbol_count, span;

	if (count < hash->first_symbol)
		return 0;
	span = count - hash->first_symbol;
	if (span > chain_room)
		span = (uint32_t)chain_room;
	while (span && !(hash->chains[span - 1] & 1))
		span--;
	return span;
}

/* What check_fours does, one by one: the first that is wrong is named. */
static bool check_buckets(const struct tables *tables, uint64_t limit)
{
	const struct elf_dynamic *dynamic = tables->dynamic;
	const struct elf_gnu_hash *hash = &dynamic->gnu_hash;
	uint32_t highest = 0;

	for (uint32_t i = 0; i < hash->bucket_count; i++) {
		uint32_t symbol = hash->buckets[i];

		if (symbol && (symbol < hash->first_symbol ||
			       symbol >= dynamic->symbol_count)) {
			tables->complaint->table = "DT_GNU_HASH's bucket";
			tables->complaint->number = i;
			return complain_of(tables, "symbol", symbol,
					   symbol < hash->first_symbol ?
					   "is below the first that has a "
					   "hash" : "is not in DT_SYMTAB");
		}
		if (highest < symbol)
			highest = symbol;
	}
	return highest == 0 || highest < limit ||
	       complain_of(tables, "DT_GNU_HASH's chain of symbol", highest,
			   "does not end");
}

/* Where relocations may write, it is guarded up to the last chain's end. */
static void guard_table(struct tables *tables)
{
	const struct elf_gnu_hash *hash = &tables->dynamic->gnu_hash;
	uint64_t start = tables->value[TAG_GNU_HASH];
	const uint32_t *end = hash->chains;
	uint32_t highest = 0;

	if (start < tables->writable)
		return;
	for (uint32_t i = 0; i < hash->bucket_count; i++)
		if (highest < hash->buckets[i])
			highest = hash->buckets[i];
	if (highest)
		end += highest - hash->first_symbol;
	while (highest && !(*end++ & 1))
		;
	guard(tables, start, (uintptr_t)end - tables->image->base - start);
}

bool read_gnu_hash(struct tables *tables)
{
	const struct elf_gnu_hash *hash = &tables->dynamic->gnu_hash;
	const Elf64_GnuHash *header;
	uint64_t chain_room = 0;
	uint32_t span;

	if (!has(tables, TAG_GNU_HASH))
		return true;
	header = locate(tables, TAG_GNU_HASH, "DT_GNU_HASH", sizeof *header,
			sizeof *hash->bloom);
	if (!header || !check_header(tables, header) ||
	    !find_parts(tables, header, &chain_room))
		return false;
	span = find_span(tables, chain_room);
	tables->dynamic->defines = span != 0;
	if (!check_fours(hash->buckets, hash->bucket_count,
			 hash->first_symbol, span) &&
	    !check_buckets(tables, (uint64_t)hash->first_symbol + span))
		return false;
	guard_table(tables);
	return true;
}
