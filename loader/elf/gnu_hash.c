/*
 * loader/elf/gnu_hash.c - DT_GNU_HASH, so that a look-up needs no check
 *
 * Chains lie one behind the other, in the order of the symbols. If the one that
 * begins last has an end among the symbols, every other has one: it is at that
 * end at the latest.
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
				   "words do not fit into its segment");
	left = take(left, header->bucket_count, sizeof *hash->buckets);
	if (left == ~0UL)
		return complain_of(tables, "DT_GNU_HASH's bucket_count",
				   header->bucket_count,
				   "buckets do not fit into its segment");
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

/* The highest bucket; 0: all are empty. */
static bool check_buckets(const struct tables *tables, uint32_t *highest)
{
	const struct elf_dynamic *dynamic = tables->dynamic;
	const struct elf_gnu_hash *hash = &dynamic->gnu_hash;

	*highest = 0;
	tables->complaint->table = "DT_GNU_HASH's bucket";
	for (uint32_t i = 0; i < hash->bucket_count; i++) {
		uint32_t symbol = hash->buckets[i];

		tables->complaint->number = i;
		if (symbol && symbol < hash->first_symbol)
			return complain_of(tables, "symbol", symbol,
					   "is below the first that has a "
					   "hash");
		if (symbol >= dynamic->symbol_count && symbol)
			return complain_of(tables, "symbol", symbol,
					   "is not in DT_SYMTAB");
		if (*highest < symbol)
			*highest = symbol;
	}
	tables->complaint->table = NULL;
	return true;
}

/* The end of the table: behind the last chain. */
static bool find_end(const struct tables *tables, uint32_t highest,
		     uint64_t chain_room, const uint32_t **end)
{
	const struct elf_dynamic *dynamic = tables->dynamic;
	uint64_t at = highest - dynamic->gnu_hash.first_symbol;
	uint64_t symbols = dynamic->symbol_count -
			   dynamic->gnu_hash.first_symbol;

	for (; at < symbols && at < chain_room; at++)
		if (dynamic->gnu_hash.chains[at] & 1) {
			*end = &dynamic->gnu_hash.chains[at + 1];
			return true;
		}
	return complain_of(tables, "DT_GNU_HASH's chain of symbol", highest,
			   "does not end");
}

bool read_gnu_hash(struct tables *tables)
{
	const struct elf_gnu_hash *hash = &tables->dynamic->gnu_hash;
	const Elf64_GnuHash *header;
	uint64_t chain_room = 0;
	const uint32_t *end;
	uint32_t highest;

	if (!has(tables, TAG_GNU_HASH))
		return true;
	header = locate(tables, TAG_GNU_HASH, "DT_GNU_HASH", sizeof *header,
			sizeof *hash->bloom);
	if (!header || !check_header(tables, header) ||
	    !find_parts(tables, header, &chain_room) ||
	    !check_buckets(tables, &highest))
		return false;
	end = hash->chains;
	if (highest && !find_end(tables, highest, chain_room, &end))
		return false;
	guard(tables, tables->value[TAG_GNU_HASH], (uint64_t)
	      ((const char *)end - (const char *)header));
	return true;
}
