/*
 * loader/dynamic/order.c - in which order objects are constructed, and ifuncs
 * chosen
 *
 * A walk in depth, from the scope's last object to its first: an object is put
 * down when all that it needs has been. The way back from each is in the
 * objects themselves, so no chain is too long. A cycle is cut where the walk
 * comes to an object for the second time. The first one of the scope, which is
 * the program or what has been opened, comes last whoever needs it.
 */
#include "loader/dynamic/constructors.h"
#include "loader/dynamic/fail.h"
#include "loader/dynamic/memory.h"
#include "loader/dynamic/narrate.h"
#include "loader/dynamic/process.h"

static void enter(struct object *object, struct object **way)
{
	if (object->visited || object->constructed)
		return;
	object->visited = true;
	object->walked = 0;
	object->link = *way;
	*way = object;
}

static void walk(struct object *way, struct order *order)
{
	while (way) {
		struct object *object = way;

		if (object->walked < object->needed_count) {
			enter(object->needed[object->walked++], &way);
		} else {
			way = object->link;
			order->objects[order->count++] = object;
		}
	}
}

static bool is_code(const struct object *object, Elf64_Addr address)
{
	return object && elf_is_code(&object->image,
				     address - object->image.base);
}

static bool refuse(const struct object *object, const char *array,
		   Elf64_Addr entry)
{
	struct complaint complaint;

	complaint.object = object->name;
	complaint.table = NULL;
	complain(&complaint, array, AS_HEX, entry, "is the address of no code");
	return fail_by(&complaint);
}

static bool check(const struct object *object, const char *array,
		  const Elf64_Addr *entry, uint64_t count)
{
	for (; count; count--, entry++)
		if (*entry + 1 > 1 && !is_code(object, *entry) &&
		    !is_code(object_at(*entry), *entry))
			return refuse(object, array, *entry);
	return true;
}

static bool check_arrays(const struct object *object)
{
	const struct elf_dynamic *dynamic = &object->dynamic;

	if (!(dynamic->preinit_count | dynamic->init_count |
	      dynamic->fini_count))
		return true;
	return (object != process.program ||
		check(object, "DT_PREINIT_ARRAY", dynamic->preinit_array,
		      dynamic->preinit_count)) &&
	       check(object, "DT_INIT_ARRAY", dynamic->init_array,
		     dynamic->init_count) &&
	       check(object, "DT_FINI_ARRAY", dynamic->fini_array,
		     dynamic->fini_count);
}

bool order_objects(const struct scope *scope, struct order *order)
{
	struct object *root = scope->owner;

	order->count = 0;
	order->room = scope->count;
	order->objects = order->few;
	if (order->room > sizeof order->few / sizeof *order->few)
		order->objects = allocate(order->room *
					  sizeof *order->objects);
	if (!order->objects)
		return false;
	root->visited = true;
	for (uint32_t i = scope->count; i; i--) {
		struct object *way = NULL;

		enter(scope->objects[i - 1], &way);
		walk(way, order);
	}
	root->visited = false;
	if (!root->constructed)
		order->objects[order->count++] = root;
	for (uint32_t i = 0; i < order->count; i++)
		order->objects[i]->visited = false;
	return true;
}

void order_release(const struct order *order)
{
	if (order->objects != order->few)
		release(order->objects, order->room * sizeof *order->objects);
}

bool order_constructors(const struct scope *scope, struct order *order)
{
	if (!order_objects(scope, order))
		return false;
	for (uint32_t i = 0; i < order->count; i++) {
		if (!check_arrays(order->objects[i])) {
			order_release(order);
			return false;
		}
	}
	tell(TELL_CONSTRUCT, order, NULL, NULL, 0, 0);
	return true;
}
