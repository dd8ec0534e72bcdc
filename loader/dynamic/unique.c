/*
 * loader/dynamic/unique.c - STB_GNU_UNIQUE: one of a name in all the process
 *
 * C++ asks for it where two libraries instantiate one template: they must mean
 * the same variable, even if each was opened for itself (RTLD_LOCAL). Who has
 * the first one therefore stays.
 */
#include "loader/dynamic/symbol.h"
#include "loader/dynamic/table.h"

static struct table uniques;

void settle_unique(const struct reference *reference,
		   struct definition *definition)
{
	struct table_entry *entry = table_find(&uniques, reference->name,
					       reference->hash);

	if (!entry) {
		entry = table_add(&uniques, elf_string(
				&definition->object->dynamic,
				definition->symbol->st_name), reference->hash);
		if (!entry)
			return;
		entry->object = (struct object *)definition->object;
		entry->object->stays = true;
		entry->symbol = definition->symbol;
	}
	definition->object = entry->object;
	definition->symbol = entry->symbol;
}

void forget_unique(const struct object *object)
{
	table_forget(&uniques, object);
}
