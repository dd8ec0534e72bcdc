/*
 * loader/elf/hash.c - DT_HASH, where no DT_GNU_HASH stands in for it
 *
 * Chains are linked here, and a link may lead back. No two buckets share a
 * symbol, so all chains together are at most as long as the table.
 * Source: gABI ch. 5, Hash Table.
 */
#include "loader/elf/tables.h"

static bool find_parts(struct tables *tables)
{
	struct elf_dynamic *dynamic = tables->dynamic;
	const uint32_t *table = (const uint32_t *)
		(tables->image->base + tables->value[DT_HASH]);
	uint64_t words = bytes_behind(tables, DT_HASH) / sizeof *table - 2;

	if (table[0] == 0)
		return complain(tables->complaint, "DT_HASH's nbucket",
				AS_COUNT, 0, "would be divided by");
	if (table[0] > words)
		return complain(tables->complaint, "DT_HASH's nbucket",
				AS_COUNT, table[0],
				"does not fit into its segment");
	if (dynamic->symbol_count > words - table[0])
		return complain(tables->complaint, "DT_HASH's nchain",
				AS_COUNT, dynamic->symbol_count,
				"does not fit into its segment");
	guard(tables, tables->value[DT_HASH], sizeof *table *
	      (2UL + table[0] + dynamic->symbol_count));
	dynamic->hash.bucket_count = table[0];
	dynamic->hash.buckets = table + 2;
	dynamic->hash.chains = table + 2 + table[0];
	return true;
}

/* `left` counts down the symbols that no chain has had yet. */
static bool walk(const struct tables *tables, uint32_t symbol, uint64_t *left)
{
	const struct elf_dynamic *dynamic = tables->dynamic;

	for (; symbol; symbol = dynamic->hash.chains[symbol]) {
		if (symbol >= dynamic->symbol_count)
			return complain(tables->complaint, "symbol", AS_COUNT,
					symbol, "is not in DT_SYMTAB");
		if ((*left)-- == 0)
			return complain(tables->complaint, "symbol", AS_COUNT,
					symbol, "is in a chain that does not "
					"end");
	}
	return true;
}

bool read_hash(struct tables *tables)
{
	const struct elf_hash *hash = &tables->dynamic->hash;
	uint64_t left = tables->dynamic->symbol_count;

	if (!has(tables, DT_HASH) || has(tables, TAG_GNU_HASH))
		return true;
	if (!find_parts(tables))
		return false;
	tables->dynamic->defines = left > 1;
	tables->complaint->table = "DT_HASH's bucket";
	for (uint32_t i = 0; i < hash->bucket_count; i++) {
		tables->complaint->number = i;
		if (!walk(tables, hash->buckets[i], &left))
			return false;
	}
	tables->complaint->table = NULL;
	return true;
}
