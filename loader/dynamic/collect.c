/*
 * loader/dynamic/collect.c - objects that nobody uses any more go
 *
 * Used are those that are open, those that stay, and what they need or are
 * bound to. What came with the program is never looked at. A destructor may
 * open and close others: what it closes goes when the destructors are done.
 */
#include "loader/dynamic/constructors.h"
#include "loader/dynamic/debug.h"
#include "loader/dynamic/names.h"
#include "loader/dynamic/process.h"
#include "loader/dynamic/scopes.h"

struct object *first_opened(void)
{
	return next_object(process.newest);
}

static void use(struct object *object, struct object **list)
{
	if (object->used)
		return;
	object->used = true;
	object->link = *list;
	*list = object;
}

static void mark_used(void)
{
	struct object *list = NULL, *object;

	for (object = first_opened(); object; object = next_object(object))
		object->used = false;
	for (object = first_opened(); object; object = next_object(object))
		if (object->opened || object->stays)
			use(object, &list);
	while ((object = list)) {
		list = object->link;
		for (uint32_t i = 0; i < object->needed_count; i++)
			use(object->needed[i], &list);
		for (uint32_t i = 0; i < object->bound.count; i++)
			use(object->bound.objects[i], &list);
	}
}

void leave_names(struct object *object)
{
	object->dying = true;
	forget_names(object);
	forget_unique(object);
}

/* How many are to go; how many of them have something to do before. */
static uint32_t mark_dying(uint32_t *constructed)
{
	struct object *object = first_opened();
	uint32_t count = 0;

	for (*constructed = 0; object; object = next_object(object)) {
		if (object->used)
			continue;
		count++;
		*constructed += object->constructed;
		leave_names(object);
	}
	return count;
}

static void remove_dying(void)
{
	struct object *object, *next;

	debug_state(RT_DELETE);
	leave_scopes();
	for (object = first_opened(); object; object = next) {
		next = next_object(object);
		if (object->dying)
			object_remove(object);
	}
	debug_state(RT_CONSISTENT);
}

void collect(void)
{
	static bool is_running, again;
	uint32_t constructed;

	again = true;
	if (is_running || is_leaving)
		return;
	is_running = true;
	while (again) {
		again = false;
		mark_used();
		if (mark_dying(&constructed)) {
			destruct_dying(constructed);
			remove_dying();
		}
	}
	is_running = false;
}
