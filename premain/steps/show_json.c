/*
 * premain/steps/show_json.c
 *
 * For programs: `schema` is the version of this shape. Source: RFC 8259.
 */
#include "premain/steps/show.h"

#include <stdlib.h>
#include <string.h>

static void put_json_calls(struct text *text, const struct steps *steps)
{
	for (size_t i = 0; i < steps->made_count; i++) {
		const struct call *call = &steps->made[i];

		json_put_members(text, " sphase\0unumber\0bi386\0sname\0"
				 "[arguments\0", phase_name(call->phase),
				 (unsigned long long)call->number & ~CALL_I386,
				 (call->number & CALL_I386) != 0,
				 call_name(call->number));
		for (size_t j = 0; j < call_arguments(call->number); j++)
			text_format(text, "%s%llu", j ? ", " : "",
				    (unsigned long long)call->arguments[j]);
		text_put(text, "], \"result\": ");
		if (call->returned)
			text_format(text, "%lld", (long long)call->result);
		else
			text_put(text, "null");
		json_put_members(text, "sobject\0sfunction\0}\0",
				 call->object < steps->object_count ?
				 steps->objects[call->object].path : NULL,
				 call->function);
	}
}

/* With borders only, nobody has counted. */
static void put_figure(struct text *text, const struct steps *steps,
		       uint64_t number)
{
	json_put_members(text, steps->borders ? "nsteps\0" : "usteps\0",
			 (unsigned long long)number);
}

/* Those that have executed something. */
static void put_json_objects(struct text *text, const struct steps *steps)
{
	text_put(text, "},\n \"objects\": [");
	for (size_t i = 0; i < steps->object_count; i++) {
		const struct object *object = &steps->objects[i];

		if (!object->steps && !object->calls)
			continue;
		json_put_members(text, " spath\0", object->path);
		put_figure(text, steps, object->steps);
		json_put_members(text, "ucalls\0}\0",
				 (unsigned long long)object->calls);
	}
	text_put(text, "\n ]");
}

void show_steps_json(struct text *text, const struct steps *steps,
		     const char *program)
{
	size_t count, i;
	struct function *list = list_functions(steps, &count);

	text_put(text, "{");
	json_put_members(text, "ischema\0sprogram\0", 1, program);
	put_figure(text, steps, steps->total);
	json_put_members(text, "blimited\0", steps->limited);
	text_put(text, ",\n \"phases\": {");
	for (i = 0; i < PHASES; i++) {
		text_format(text, "%s\"%s\": {", i ? ", " : "",
			    phase_name((enum phase)i));
		put_figure(text, steps, steps->phases[i]);
		json_put_members(text, steps->borders ?
				 "ucalls\0unanoseconds\0}\0" : "ucalls\0}\0",
				 (unsigned long long)steps->calls[i],
				 (unsigned long long)steps->times[i]);
	}
	put_json_objects(text, steps);
	text_put(text, ",\n \"functions\": [");
	for (i = 0; list && i < count; i++) {
		json_put_members(text, " sname\0sobject\0usteps\0}\0",
				 list[i].name, list[i].path,
				 (unsigned long long)list[i].steps);
	}
	text_put(text, "\n ],\n \"calls\": [");
	put_json_calls(text, steps);
	text_put(text, "\n ]}\n");
	text->lost = text->lost || !list;
	free(list);
}
