/*
 * loader/dynamic/table.h - from names to what they mean, by a hash
 *
 * A name lives as long as the object of its entry, which takes its entries
 * along when it goes.
 */
#ifndef LOADER_DYNAMIC_TABLE_H
#define LOADER_DYNAMIC_TABLE_H

#include "loader/dynamic/object.h"

struct table_entry {
	const char *name;	/* NULL: nothing has ever been here */
	struct object *object;	/* NULL: it is gone */
	const Elf64_Sym *symbol;
	uint32_t hash;
	bool is_copy;		/* of copy_text: released with the entry */
};

struct table {
	struct table_entry *entries;
	uint32_t room;		/* a power of two, or 0 */
	uint32_t used;		/* at most half of them, gone ones too */
};

/* NULL: nothing has this name. */
struct table_entry *table_find(const struct table *table, const char *name,
			       uint32_t hash);

/* A new entry, for a name that has none. NULL: failed. */
struct table_entry *table_add(struct table *table, const char *name,
			      uint32_t hash);

/* Takes all entries of an object out. */
void table_forget(struct table *table, const struct object *object);

#endif
