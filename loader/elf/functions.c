/*
 * loader/elf/functions.c - what runs before and after an object's own work
 *
 * The entries of an array are written by relocations: only then can they be
 * looked at.
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

static bool read_array(const struct tables *tables, unsigned int tag,
		       unsigned int size_tag, const char *name,
		       const Elf64_Addr **array, uint64_t *count)
{
	uint64_t size = tables->value[size_tag];

	if (size == 0)
		return true;
	if (!has(tables, tag))
		return complain(tables->complaint, name, AS_NOTHING, 0,
				"is missing, but its size is there");
	if (size % sizeof **array)
		return complain(tables->complaint, name, AS_COUNT, size,
				"bytes are no number of addresses");
	*array = locate(tables, tag, name, size, sizeof **array);
	*count = size / sizeof **array;
	return *array != NULL;
}

bool read_functions(struct tables *tables)
{
	struct elf_dynamic *dynamic = tables->dynamic;

	return read_function(tables, DT_INIT, "DT_INIT", &dynamic->init) &&
	       read_function(tables, DT_FINI, "DT_FINI", &dynamic->fini) &&
	       read_array(tables, DT_PREINIT_ARRAY, DT_PREINIT_ARRAYSZ,
			  "DT_PREINIT_ARRAY", &dynamic->preinit_array,
			  &dynamic->preinit_count) &&
	       read_array(tables, DT_INIT_ARRAY, DT_INIT_ARRAYSZ,
			  "DT_INIT_ARRAY", &dynamic->init_array,
			  &dynamic->init_count) &&
	       read_array(tables, DT_FINI_ARRAY, DT_FINI_ARRAYSZ,
			  "DT_FINI_ARRAY", &dynamic->fini_array,
			  &dynamic->fini_count);
}
