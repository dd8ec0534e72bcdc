/*
 * loader/explain/constructors.c - who is constructed when, and why then
 */
#include "loader/explain/explain.h"

static bool needs(const struct object *object, const struct object *other)
{
	for (uint32_t i = 0; i < object->needed_count; i++)
		if (object->needed[i] == other)
			return true;
	return false;
}

/* One that comes later, and needs it; NULL: nobody there does. */
static const struct object *who_needs(const struct order *order, uint32_t from,
				      const struct object *object)
{
	for (; from < order->count; from++)
		if (needs(order->objects[from], object))
			return order->objects[from];
	return NULL;
}

static void explain_one(const struct order *order, uint32_t number)
{
	const struct object *object = order->objects[number];
	const struct elf_dynamic *dynamic = &object->dynamic;
	const struct object *later = who_needs(order, number + 1, object);
	const char *why = "nothing behind it needs it";

	if (!dynamic->init && !dynamic->init_count)
		return;
	if (dynamic->flags_1 & DF_1_INITFIRST)
		why = "DF_1_INITFIRST, before all others";
	else if (object == services->process->program)
		why = "the program, behind all that it needs";
	else if (later)
		why = "before who needs it:";
	if (*why != 'b')
		later = NULL;
	say("construct", "$number. $object (functions: $functions): $reason "
	    "$later", "#number", decimal(number + 1),
	    "object", name_of(object),
	    "#functions", decimal(dynamic->init_count + (dynamic->init != 0)),
	    "reason", why, "later", later ? name_of(later) : NULL, NULL);
}

/* The program itself is next, behind its libraries' constructors. */
static void explain_entry(const struct object *program)
{
	bool dry = services->process->dry_run;

	say("entry", dry ? "$object: its entry would be $address; nothing "
	    "of it or its libraries has run" : "$object: its entry, $address, "
	    "is next", "object", name_of(program),
	    "address", hex(program->entry), "run", dry ? "no" : "yes", NULL);
}

void explain_constructors(const struct order *order)
{
	const struct object *program = services->process->program;
	uint64_t preinit = program->dynamic.preinit_count;
	bool start = order->count &&
		     order->objects[order->count - 1] == program;

	if (preinit && start)
		say("construct", "0. $object (functions: $functions): $reason",
		    "#number", "0", "object", name_of(program),
		    "#functions", decimal(preinit), "reason",
		    "DT_PREINIT_ARRAY, which only a program has", NULL);
	for (uint32_t i = 0; i < order->count; i++)
		explain_one(order, i);
	if (start)
		explain_entry(program);
}
