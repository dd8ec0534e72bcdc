/*
 * loader/dynamic/constructors.c - constructors and destructors are called
 *
 * An object stands in the list of the constructed ones from before its first
 * constructor until before its last destructor: exit may be called by any.
 */
#include "loader/dynamic/constructors.h"
#include "loader/dynamic/memory.h"
#include "loader/dynamic/process.h"

typedef void constructor(int argc, char **argv, char **envp);

bool is_leaving;

static struct object *newest;

/* 0 and -1 are entries of toolchains that mark an array's ends. */
static void call(Elf64_Addr entry)
{
	if (entry + 1 > 1)
		((constructor *)entry)(process.argc, process.argv,
				       process.envp);
}

static struct object **place_of(const struct object *object)
{
	struct object **place = &newest;

	while (*place && *place != object)
		place = &(*place)->constructed_before;
	return place;
}

static void push(struct object *object)
{
	object->constructed_before = newest;
	newest = object;
}

/* Those that a constructor has opened are older than its own object. */
static void construct_one(struct object *object)
{
	const struct elf_dynamic *dynamic = &object->dynamic;

	if (object->constructed)
		return;
	object->constructed = true;
	push(object);
	if (dynamic->init)
		call(object->image.base + dynamic->init);
	for (uint64_t i = 0; i < dynamic->init_count; i++)
		call(dynamic->init_array[i]);
	if (newest != object) {
		*place_of(object) = object->constructed_before;
		push(object);
	}
}

static void construct_each(const struct order *order)
{
	for (uint32_t i = 0; i < order->count; i++)
		construct_one(order->objects[i]);
}

void construct(struct order *order)
{
	construct_each(order);
	order_release(order);
}

void construct_start(const struct order *order)
{
	const struct elf_dynamic *program = &process.program->dynamic;

	for (uint32_t i = 0; i < order->count; i++)
		if (order->objects[i]->dynamic.flags_1 & DF_1_INITFIRST)
			construct_one(order->objects[i]);
	for (uint64_t i = 0; i < program->preinit_count; i++)
		call(program->preinit_array[i]);
	construct_each(order);
}

/* Takes an object off the list, then runs its destructors. */
static void destruct(struct object **place)
{
	const struct object *object = *place;
	const struct elf_dynamic *dynamic = &object->dynamic;

	*place = object->constructed_before;
	for (uint64_t i = dynamic->fini_count; i; i--)
		call(dynamic->fini_array[i - 1]);
	if (dynamic->fini)
		call(object->image.base + dynamic->fini);
}

void destruct_dying(uint32_t count)
{
	for (; count; count--) {
		struct object **place = &newest;

		while (*place && !(*place)->dying)
			place = &(*place)->constructed_before;
		if (*place)
			destruct(place);
	}
}

void destruct_all(void)
{
	struct object **place = place_of(process.program);

	is_leaving = true;
	if (*place)
		destruct(place);
	while (newest)
		destruct(&newest);
}
