/*
 * loader/dynamic/object_of.c - the object of a handle
 *
 * A handle may be any number: it is compared, newest objects first.
 */
#include "loader/dynamic/fail.h"
#include "loader/dynamic/handles.h"
#include "loader/dynamic/process.h"

struct object *object_of(const void *handle)
{
	struct object *object = process.last;

	while (object && object != handle)
		object = (struct object *)object->map.l_prev;
	if (!object || object->dying)
		fail("the handle is of no object that is loaded", NULL);
	return object && !object->dying ? object : NULL;
}
