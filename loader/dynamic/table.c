/* loader/dynamic/table.c - from names to what they mean: open addressing */
#include <string.h>

#include "loader/dynamic/memory.h"
#include "loader/dynamic/table.h"

struct table_entry *table_find(const struct table *table, const char *name,
			       uint32_t hash)
{
	struct table_entry *entry;

	if (!table->room)
		return NULL;
	for (uint32_t at = hash;; at++) {
		entry = &table->entries[at & (table->room - 1)];
		if (!entry->name)
			return NULL;
		if (entry->object && entry->hash == hash &&
		    !strcmp(entry->name, name))
			return entry;
	}
}

/* The next place that nothing has ever been at. */
static struct table_entry *free_place(const struct table *table, uint32_t hash)
{
	uint32_t at = hash;

	while (table->entries[at & (table->room - 1)].name)
		at++;
	return &table->entries[at & (table->room - 1)];
}

/* Makes room for twice as many as there are: those that are gone are left. */
static bool make_room(struct table *table)
{
	struct table old = *table;
	uint32_t count = 0;

	for (uint32_t i = 0; i < old.room; i++)
		count += old.entries[i].object != NULL;
	for (table->room = 8; table->room / 4 <= count; table->room *= 2)
		;
	table->used = count;
	table->entries = allocate(table->room * sizeof *table->entries);
	if (!table->entries) {
		*table = old;
		return false;
	}
	for (uint32_t i = 0; i < old.room; i++)
		if (old.entries[i].object)
			*free_place(table, old.entries[i].hash) =
				old.entries[i];
	release(old.entries, old.room * sizeof *old.entries);
	return true;
}

struct table_entry *table_add(struct table *table, const char *name,
			      uint32_t hash)
{
	struct table_entry *entry;

	if (table->used >= table->room / 2 && !make_room(table))
		return NULL;
	table->used++;
	entry = free_place(table, hash);
	entry->name = name;
	entry->hash = hash;
	return entry;
}

void table_forget(struct table *table, const struct object *object)
{
	struct table_entry *entry = table->entries;

	for (uint32_t i = 0; i < table->room; i++, entry++) {
		if (entry->object != object)
			continue;
		entry->object = NULL;
		if (entry->is_copy)
			release((char *)entry->name, strlen(entry->name) + 1);
	}
}
