/*
 * loader/dynamic/index.h - one table of all names that a scope's objects have
 */
#ifndef LOADER_DYNAMIC_INDEX_H
#define LOADER_DYNAMIC_INDEX_H

#include "loader/dynamic/symbol.h"

/*
 * Makes an index of a scope, if so many look-ups pay for it. What is appended
 * to the scope later is not in it, and need not be.
 */
void index_scope(struct scope *scope, uint64_t lookups);

/* Drops it: an object leaves the scope, or changes its place in it. */
void index_forget(struct scope *scope);

/*
 * The place in the scope of the first object that may answer a reference: none
 * before it has a name of this hash. If it is not NULL, the object is sure to
 * answer by `symbol`.
 */
uint32_t index_first(const struct scope *scope,
		     const struct reference *reference,
		     const Elf64_Sym **symbol);

/*
 * Brings what the next relocations need into the processor's caches, all at
 * once: it waits for memory together, not one after another. Returns the first
 * one that it has not thought of.
 */
const Elf64_Rela *index_fetch(const struct object *object,
			      const Elf64_Rela *rela, const Elf64_Rela *end);

#endif
