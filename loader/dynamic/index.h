/*
 * loader/dynamic/index.h - one table of all names that a scope's objects have
 *
 * An entry is one word: the hash, the place of the object in the scope, the
 * index of its symbol. Zero: it is empty.
 */
#ifndef LOADER_DYNAMIC_INDEX_H
#define LOADER_DYNAMIC_INDEX_H

#include "loader/dynamic/symbol.h"

#define INDEX_HASH_SHIFT 32	/* where an entry's hash begins */
#define INDEX_LEAST 500		/* so many look-ups never pay for one */

struct index {
	uint64_t *entries;
	uint32_t count;		/* of the objects in it */
	unsigned int bits;	/* of the number of entries */
	unsigned int shift;	/* where an entry's object begins */
};

/*
 * Makes an index of a scope, if so many look-ups pay for it, which are more
 * than INDEX_LEAST where nobody asks for an index. What is appended
 * to the scope later is not in it, and need not be.
 */
void index_scope(struct scope *scope, uint64_t lookups);

/* Drops it: an object leaves the scope, or changes its place in it. */
void index_forget(struct scope *scope);

/*
 * The place in the scope of the first object that may answer a reference: none
 * before it has a name of this hash. If *symbol is not NULL, the object answers
 * by that.
 */
uint32_t index_first(const struct scope *scope,
		     const struct reference *reference,
		     const Elf64_Sym **symbol);

/*
 * Where to look for a hash first. Names that differ in their end have hashes
 * that follow each other: they are scattered (Knuth's multiplicative method).
 */
static inline uint32_t index_home(const struct index *index, uint32_t hash)
{
	return hash * 0x9e3779b1 >> (32 - index->bits);
}

/* The entry of a hash, or the empty one where it would be. */
static inline uint64_t *index_entry(const struct index *index, uint32_t hash)
{
	uint32_t mask = (1U << index->bits) - 1;
	uint32_t at = index_home(index, hash);

	while (index->entries[at] &&
	       index->entries[at] >> INDEX_HASH_SHIFT != hash)
		at = (at + 1) & mask;
	return &index->entries[at];
}

/* What an entry says: it is not empty. */
static inline struct definition index_definition(const struct scope *scope,
						 uint64_t entry)
{
	unsigned int shift = scope->index->shift;
	const struct object *object = scope->objects[(uint32_t)entry >> shift];

	return (struct definition){ object, object->dynamic.symbols +
				    ((uint32_t)entry & ((1U << shift) - 1)) };
}

#endif
