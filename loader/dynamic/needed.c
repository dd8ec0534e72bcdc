/*
 * loader/dynamic/needed.c - DT_NEEDED: breadth first, each library once
 *
 * The list of objects is the queue: what is loaded is put at its end. Source:
 * gABI ch. 5, Shared Object Dependencies.
 */
#include "loader/dynamic/files.h"
#include "loader/dynamic/folders.h"
#include "loader/dynamic/memory.h"
#include "loader/dynamic/process.h"
#include "loader/dynamic/search.h"
#include "loader/dynamic/symbol.h"

static bool load_needed_of(struct object *object)
{
	const Elf64_Dyn *entry = object->dynamic.table;

	if (!entry || object->dynamic.needed_count == 0)
		return true;
	object->needed = allocate(object->dynamic.needed_count *
				  sizeof *object->needed);
	if (!object->needed)
		return false;
	for (; (entry = elf_next_needed(entry)); entry++) {
		const char *name = elf_string(&object->dynamic,
					      entry->d_un.d_val);
		struct object *needed = search(name, object);

		if (!needed)
			return false;
		object->needed[object->needed_count++] = needed;
	}
	return true;
}

static bool load_files(struct object *object)
{
	for (; object; object = next_object(object))
		if (!object->needed && !load_needed_of(object))
			return false;
	return true;
}

bool load_needed(struct object *first)
{
	struct object *object;
	bool loaded = load_files(first);

	close_files();
	forget_folders();
	if (!loaded)
		return false;
	for (object = first; object; object = next_object(object))
		if (!check_needed_versions(object))
			return false;
	return true;
}
