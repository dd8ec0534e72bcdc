/*
 * loader/dynamic/list.c - a library that is not found is listed all the same
 *
 * What --list shows is printed by loader/explain/list.c.
 */
#include <string.h>

#include "loader/dynamic/list.h"
#include "loader/dynamic/memory.h"
#include "loader/dynamic/names.h"

struct object *list_missing(const char *name)
{
	struct object *object = allocate(sizeof *object);

	if (!object)
		return NULL;
	object->asked = copy_text(name, strlen(name));
	object->name = object->asked;
	object->map.l_name = (char *)object->asked;
	if (!object->asked || !name_object(object, object->asked))
		return NULL;
	object_append(object);
	return object;
}
