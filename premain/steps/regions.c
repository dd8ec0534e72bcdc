/*
 * premain/steps/regions.c
 *
 * What /proc/PID/maps says of executable memory, and which object it is of.
 * Source: proc_pid_maps(5).
 */
#include "premain/steps/steps.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void *grow(struct steps *steps, void *array, size_t count, size_t *room,
		  size_t element)
{
	size_t wanted = *room ? *room * 2 : 16;
	void *larger;

	if (count < *room)
		return array;
	larger = reallocarray(array, wanted, element);
	if (!larger) {
		steps->lost = true;
		return NULL;
	}
	*room = wanted;
	return larger;
}

/* The object with this path; a new one if there is none. */
static size_t find_object(struct steps *steps, const char *path)
{
	struct object *objects;
	size_t i;

	for (i = 0; i < steps->object_count; i++)
		if (strcmp(steps->objects[i].path, path) == 0)
			return i;
	objects = grow(steps, steps->objects, i, &steps->object_room,
		       sizeof *objects);
	if (!objects)
		return 0;
	steps->objects = objects;
	objects[i] = (struct object){.path = strdup(path)};
	if (!objects[i].path)
		steps->lost = true;
	else
		steps->object_count++;
	return i;
}

static void add_region(struct steps *steps, const struct region *found)
{
	struct region *regions;
	size_t i;

	for (i = 0; i < steps->region_count; i++) {
		struct region *known = &steps->regions[i];

		if (known->start == found->start && known->end == found->end &&
		    known->object == found->object &&
		    known->offset == found->offset) {
			known->there = true;
			return;
		}
	}
	regions = grow(steps, steps->regions, i, &steps->region_room,
		       sizeof *regions);
	if (!regions)
		return;
	steps->regions = regions;
	regions[i] = *found;
	regions[i].bias = object_bias(&steps->objects[found->object],
				      found->start, found->offset);
	steps->region_count++;
}

/* "7f00-7f01 r-xp 00001000 08:01 123    /lib/libc.so.6" */
static void read_line(struct steps *steps, char *line)
{
	struct region region = {.there = true};
	char *at = line;
	int field;

	region.start = strtoull(at, &at, 16);
	region.end = *at == '-' ? strtoull(at + 1, &at, 16) : 0;
	if (region.end <= region.start || strlen(at) < 5 || at[3] != 'x')
		return;
	region.offset = strtoull(at + 5, &at, 16);
	for (field = 0; field < 2; field++)	/* device, inode */
		at += strcspn(at + 1, " ") + 1;
	at += strspn(at, " ");
	region.object = find_object(steps, *at ? at : "(memory of no file)");
	if (!steps->lost)
		add_region(steps, &region);
}

static char *read_all(const char *path)
{
	size_t length = 0, room = 1 << 16;
	char *text = malloc(room + 1), *larger;
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t got = 1;

	while (text && fd >= 0 && got > 0) {
		if (length == room) {
			larger = realloc(text, (room *= 2) + 1);
			if (!larger)
				break;
			text = larger;
		}
		got = read(fd, text + length, room - length);
		if (got > 0)
			length += (size_t)got;
	}
	if (fd >= 0)
		close(fd);
	if (text)
		text[length] = '\0';
	return text;
}

void steps_read_maps(struct steps *steps)
{
	char path[64], *text, *line, *next;

	for (size_t i = 0; i < steps->region_count; i++)
		steps->regions[i].there = false;
	snprintf(path, sizeof path, "/proc/%d/maps", steps->pid);
	text = read_all(path);
	if (!text) {
		steps->lost = true;
		return;
	}
	for (line = text; *line && !steps->lost; line = next) {
		next = line + strcspn(line, "\n");
		if (*next)
			*next++ = '\0';
		read_line(steps, line);
	}
	free(text);
	steps->last_region = 0;
}

struct region *steps_region(struct steps *steps, uint64_t address)
{
	struct region *region;

	if (steps->last_region < steps->region_count) {
		region = &steps->regions[steps->last_region];
		if (region->there && address >= region->start &&
		    address < region->end)
			return region;
	}
	for (size_t i = 0; i < steps->region_count; i++) {
		region = &steps->regions[i];
		if (region->there && address >= region->start &&
		    address < region->end) {
			steps->last_region = i;
			return region;
		}
	}
	return NULL;
}
