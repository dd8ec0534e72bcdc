/*
 * loader/dynamic/object_remove.c - an object leaves the process
 *
 * The list comes first: a debugger must not find what is no longer there.
 */
#include <string.h>

#include "loader/dynamic/memory.h"
#include "loader/dynamic/process.h"
#include "loader/dynamic/scopes.h"
#include "loader/dynamic/thread.h"

void object_release(struct object *object)
{
	if ((uintptr_t)object->phdr - object->image.start >=
	    object->image.span)
		release((void *)object->phdr,
			object->phnum * sizeof *object->phdr);
	release(object->versions, object->dynamic.version_count *
		sizeof *object->versions);
	release(object->needed, (object->dynamic.needed_count +
				 object->dynamic.filter_count) *
		sizeof *object->needed);
	scope_release(&object->bound);
	if (object->group) {
		scope_release(object->group);
		release(object->group, sizeof *object->group);
	}
	release(object, sizeof *object + object->image.segment_count *
		sizeof *object->image.segments);
}

static void release_text(const char *text)
{
	if (text)
		release((char *)text, strlen(text) + 1);
}

/* The name asked for may be the end of the path. */
static void release_names(const struct object *object)
{
	const char *end = object->name + strlen(object->name);

	if (object->asked < object->name || object->asked > end)
		release_text(object->asked);
	release_text(object->origin);
	release_text(object->name);
}

void object_remove(struct object *object)
{
	struct link_map *map = &object->map;

	map->l_prev->l_next = map->l_next;
	if (map->l_next)
		map->l_next->l_prev = map->l_prev;
	else
		process.last = (struct object *)map->l_prev;
	process.subs++;
	object_forget_file(object);
	tls_remove(object);
	elf_unmap(&object->image);
	release_names(object);
	object_release(object);
}
