/*
 * premain/steps/regions.c
 *
 * Executable memory, and which object it is of.
 */
#include "premain/run/run.h"
#include "premain/steps/steps.h"

#include <stdlib.h>
#include <string.h>

/* The object with this path; a new one if there is none. */
static size_t find_object(struct steps *steps, const char *path)
{
	struct object *object;
	size_t i;

	for (i = 0; i < steps->object_count; i++)
		if (strcmp(steps->objects[i].path, path) == 0)
			return i;
	object = list_grow(&steps->objects, i, &steps->object_room,
			   sizeof *object);
	if (object)
		object->path = strdup(path);
	if (object && object->path)
		steps->object_count++;
	else
		steps->lost = true;
	return i;
}

static void add_region(struct steps *steps, const struct region *found)
{
	struct region *region = steps->regions;

	for (size_t i = 0; i < steps->region_count; i++, region++)
		if (region->start == found->start &&
		    region->end == found->end &&
		    region->object == found->object &&
		    region->offset == found->offset) {
			region->there = true;
			return;
		}
	region = list_grow(&steps->regions, steps->region_count,
			   &steps->region_room, sizeof *region);
	if (!region) {
		steps->lost = true;
		return;
	}
	*region = *found;
	region->bias = object_bias(&steps->objects[found->object],
				   found->start, found->offset);
	steps->region_count++;
}

static void take_range(struct steps *steps, const struct proc_range *found)
{
	struct region region = {
		.start = found->start, .end = found->end,
		.offset = found->offset, .there = true};

	if (found->rights[2] != 'x')
		return;
	region.object = find_object(steps, *found->path ? found->path :
						"(memory of no file)");
	if (!steps->lost)
		add_region(steps, &region);
}

void steps_read_maps(struct steps *steps)
{
	struct text text = {0};
	struct proc_range range;
	char *lines;

	for (size_t i = 0; i < steps->region_count; i++)
		steps->regions[i].there = false;
	read_proc(&text, steps->pid, "maps");
	steps->lost = steps->lost || text.lost;
	lines = text.bytes;
	while (lines && !steps->lost && next_range(&lines, &range))
		take_range(steps, &range);
	text_free(&text);
}

struct region *steps_region(const struct steps *steps, uint64_t address)
{
	struct region *region = steps->regions;
	struct region *end = region + steps->region_count;

	for (; region < end; region++)
		if (region->there && address >= region->start &&
		    address < region->end)
			return region;
	return NULL;
}
