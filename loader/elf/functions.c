/*
 * loader/elf/functions.c - the functions that run before an object's own work
 * and after it
 *
 * Source: gABI ch. 5, Initialization and Termination Functions.
 */
#include "loader/elf/tables.h"

static bool read_function(const struct tables *tables, unsigned int tag,
			  const char *name, uint64_t *address)
{
	if (!has(tables, tag) || tables->value[tag] == 0)
		return true;
	*address = tables->value[tag];
	return elf_is_code(tables->image, *address) ||
	       complain(tables->complaint, name, AS_HEX, *address,
			"lies outside every executable segment");
}

bool read_functions(struct tables *tables)
{
	struct elf_dynamic *dynamic = tables->dynamic;

	return !has_one(tables, 1UL << DT_INIT | 1UL << DT_FINI) ||
	       (read_function(tables, DT_INIT, "DT_INIT", &dynamic->init) &&
		read_function(tables, DT_FINI, "DT_FINI", &dynamic->fini));
}
