/*
 * loader/dynamic/needed.c - DT_NEEDED: breadth first, each library once
 *
 * The list of objects is the queue: what is loaded is put at its end. Only a
 * filtee goes before its filter, for its symbols to be found first. Source:
 * gABI ch. 5, Shared Object Dependencies; ld(1), -f and -F.
 */
#include "loader/dynamic/files.h"
#include "loader/dynamic/folders.h"
#include "loader/dynamic/memory.h"
#include "loader/dynamic/process.h"
#include "loader/dynamic/search.h"
#include "loader/dynamic/symbol.h"

/* Takes an object that stands behind another one to the place before it. */
static void put_before(struct object *object, struct object *other)
{
	struct link_map *map = &object->map, *place = &other->map;
	struct object *behind = other;

	while (behind && behind != object)
		behind = next_object(behind);
	if (!behind || behind == other || other == process.program)
		return;
	map->l_prev->l_next = map->l_next;
	if (map->l_next)
		map->l_next->l_prev = map->l_prev;
	else
		process.last = (struct object *)map->l_prev;
	map->l_prev = place->l_prev;
	map->l_next = place;
	place->l_prev->l_next = map;
	place->l_prev = map;
}

/* How many names it has of others. */
static size_t needs(const struct object *object)
{
	return (size_t)object->dynamic.needed_count +
	       object->dynamic.filter_count;
}

static bool load_needed_of(struct object *object);

/* An auxiliary filtee may be missing: then the filter answers itself. */
static bool load_filtees(struct object *object)
{
	const Elf64_Dyn *entry = object->dynamic.table;

	for (; entry->d_tag != DT_NULL; entry++) {
		struct object *filtee;

		if (!elf_is_filter(entry))
			continue;
		filtee = search(elf_string(&object->dynamic,
					   entry->d_un.d_val), object);
		if (!filtee && entry->d_tag == DT_FILTER)
			return false;
		if (!filtee)
			continue;
		object->needed[object->filtee_count++] = filtee;
		put_before(filtee, object);
		if (!filtee->needed && needs(filtee) &&
		    !load_needed_of(filtee))
			return false;
	}
	object->needed_count = object->filtee_count;
	return true;
}

static bool load_needed_of(struct object *object)
{
	const struct elf_dynamic *dynamic = &object->dynamic;
	const Elf64_Dyn *entry = dynamic->table;
	size_t count = needs(object);

	object->needed = allocate(count * sizeof *object->needed);
	if (!object->needed ||
	    (dynamic->filter_count && !load_filtees(object)))
		return false;
	for (count = dynamic->needed_count; count; count--, entry++) {
		struct object *needed;

		entry = elf_next_needed(entry);
		needed = search(elf_string(dynamic, entry->d_un.d_val), object);
		if (!needed)
			return false;
		object->needed[object->needed_count++] = needed;
	}
	return true;
}

static bool load_files(struct object *object)
{
	for (; object; object = next_object(object))
		if (!object->needed && needs(object) &&
		    !load_needed_of(object))
			return false;
	return true;
}

bool load_needed(struct object *first)
{
	const struct link_map *before = first ? first->map.l_prev : NULL;
	bool loaded = load_files(first);

	close_files();
	forget_folders();
	if (!loaded)
		return false;
	if (before)
		first = (struct object *)before->l_next;
	for (; first; first = next_object(first))
		if (first->dynamic.verneed_count &&
		    !check_needed_versions(first))
			return false;
	return true;
}
