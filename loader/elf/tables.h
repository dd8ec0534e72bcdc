/*
 * loader/elf/tables.h - inside this room: the checks that share one reading
 *
 * The dynamic section is read once, into an array by tag. Each tag that a
 * loader must know has a number below 64: its own, or one of these.
 */
#ifndef LOADER_ELF_TABLES_H
#define LOADER_ELF_TABLES_H

#include "loader/elf/dynamic.h"

enum tag {
	TAG_HIGH = DT_RELRENT + 1,	/* and 15 more: DT_VERSYM's and on */
	TAG_VERSYM = TAG_HIGH + (DT_VERSYM & 15),
	TAG_RELACOUNT = TAG_HIGH + (DT_RELACOUNT & 15),
	TAG_FLAGS_1 = TAG_HIGH + (DT_FLAGS_1 & 15),
	TAG_VERDEF = TAG_HIGH + (DT_VERDEF & 15),
	TAG_VERDEFNUM = TAG_HIGH + (DT_VERDEFNUM & 15),
	TAG_VERNEED = TAG_HIGH + (DT_VERNEED & 15),
	TAG_VERNEEDNUM = TAG_HIGH + (DT_VERNEEDNUM & 15),
	TAG_GNU_HASH, TAG_COUNT
};

_Static_assert(DT_VERSYM == 0x6ffffff0 && DT_VERNEEDNUM == 0x6fffffff,
	       "LSB core 10.7.1: the tags of versions are the first and the "
	       "last of sixteen");

struct tables {
	const struct elf_image *image;
	struct elf_dynamic *dynamic;
	struct complaint *complaint;
	Elf64_Dyn *debug;		/* the entry of DT_DEBUG */
	uint64_t writable;		/* before it, nothing can be written */
	uint64_t present;		/* a bit for each tag */
	uint64_t needed;		/* the highest value of DT_NEEDED */
	uint64_t value[TAG_COUNT + 1];	/* of those; the last: of all others */
};

_Static_assert(TAG_COUNT < 64, "a bit for each");

static inline bool has(const struct tables *tables, unsigned int tag)
{
	return tables->present >> tag & 1;
}

/* What a tag says; 0: it is not there. */
static inline uint64_t value_of(const struct tables *tables, unsigned int tag)
{
	return has(tables, tag) ? tables->value[tag] : 0;
}

/* One of several tags: a bit for each. */
static inline bool has_one(const struct tables *tables, uint64_t tags)
{
	return tables->present & tags;
}

/*
 * Keeps the entries up to DT_NULL. Returns the one that is not kept: DT_NULL,
 * or one that stands there a second time; or `end`.
 */
const Elf64_Dyn *keep_entries(struct tables *tables, Elf64_Dyn *entry,
			      const Elf64_Dyn *end);

/*
 * The checked place of a tag's table in memory, `size` bytes of it that came
 * out of the file: so no walk is longer than the file. NULL with a complaint,
 * under `name`.
 */
void *locate(const struct tables *tables, unsigned int tag, const char *name,
	     uint64_t size, uint64_t align);

/* From a tag's address to where the file's bytes end: 0 outside of them. */
uint64_t bytes_behind(const struct tables *tables, unsigned int tag);

/* The same, but at most to the next table, of any tag. */
uint64_t bytes_until_next(const struct tables *tables, unsigned int tag);

/*
 * Notes that no relocation may change this table, if it lies where one could.
 * Each table whose entries are believed later without a look is noted.
 */
void guard_writable(struct tables *tables, uint64_t address, uint64_t size);

static inline void guard(struct tables *tables, uint64_t address,
			 uint64_t size)
{
	if (address >= tables->writable)
		guard_writable(tables, address, size);
}

/*
 * Whether each bucket of DT_GNU_HASH is empty, or from `first` on and `span`
 * less than it. False: perhaps they are, if there are less than four.
 */
bool check_fours(const uint32_t *bucket, uint32_t count,
		 uint32_t first, uint32_t span);

/* Each fills its part of the struct, the strings first. */
bool read_strings(struct tables *tables);
bool read_symbols(struct tables *tables);
bool read_gnu_hash(struct tables *tables);
bool read_hash(struct tables *tables);
bool read_versions(struct tables *tables);
bool read_relocations(struct tables *tables);
bool read_sized(struct tables *tables);
bool read_functions(struct tables *tables);

#endif
