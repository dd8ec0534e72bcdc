/*
 * premain/steps/steps_sum.c
 *
 * From steps at addresses to steps of functions and objects.
 */
#include "premain/steps/steps.h"

#include <stdlib.h>

static void sum_region(struct steps *steps, const struct region *region)
{
	struct object *object = &steps->objects[region->object];

	if (!object->looked)
		object_read_symbols(object);
	if (!object->counts)
		object->counts = calloc(object->symbol_count + 1,
					sizeof *object->counts);
	if (!object->counts) {
		steps->lost = true;
		return;
	}
	for (uint64_t at = 0; at < region->end - region->start; at++) {
		const struct symbol *symbol;

		if (!region->counts[at])
			continue;
		object->steps += region->counts[at];
		symbol = object_symbol(object,
				       region->start + at - region->bias);
		if (symbol)
			object->counts[symbol - object->symbols] +=
				region->counts[at];
		else
			object->nameless += region->counts[at];
	}
}

void steps_sum(struct steps *steps)
{
	for (size_t i = 0; i < steps->region_count; i++)
		if (steps->regions[i].counts)
			sum_region(steps, &steps->regions[i]);
}

void steps_free(struct steps *steps)
{
	for (size_t i = 0; i < steps->object_count; i++) {
		free(steps->objects[i].path);
		free(steps->objects[i].symbols);
		free(steps->objects[i].names);
		free(steps->objects[i].counts);
	}
	for (size_t i = 0; i < steps->region_count; i++)
		free(steps->regions[i].counts);
	free(steps->objects);
	free(steps->regions);
	free(steps->made);
}
