/*
 * premain/live/live_objects.c
 *
 * The files that a program's memory comes from: where each is loaded, and
 * what lies at an address. Source: gABI chapter 5, "Program Header".
 */
#include "premain/elf/facts.h"
#include "premain/live/inside.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { OBJECTS = 64 };

static void read_segments(struct live_object *object)
{
	int fd = open(object->code.path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	struct elf_image image;

	if (fd < 0)
		return;
	if (!elf_open_image(fd, &image))
		for (unsigned int i = 0; i < image.header.e_phnum &&
		     object->segment_count < SEGMENTS; i++) {
			Elf64_Phdr *to =
				&object->segments[object->segment_count];

			if (elf_read_segment(&image, i, to) &&
			    to->p_type == PT_LOAD)
				object->segment_count++;
		}
	close(fd);
}

/* Where the file is, by one of its ranges: a segment begins in its page. */
static void place(struct live_object *object, const struct live_range *range)
{
	for (size_t i = 0; i < object->segment_count && !object->placed; i++) {
		const Elf64_Phdr *segment = &object->segments[i];

		if ((segment->p_offset & -4096UL) != range->offset)
			continue;
		object->bias = range->start - (segment->p_vaddr & -4096UL);
		object->placed = true;
	}
}

static struct live_object *find(struct live *live, const char *path)
{
	struct live_object *object;

	for (size_t i = 0; i < live->object_count; i++)
		if (strcmp(live->objects[i].code.path, path) == 0)
			return &live->objects[i];
	if (!live->objects)
		live->objects = calloc(OBJECTS, sizeof *live->objects);
	if (!live->objects || live->object_count == OBJECTS)
		return NULL;
	object = &live->objects[live->object_count];
	object->code.path = strdup(path);
	if (!object->code.path)
		return NULL;
	live->object_count++;
	read_segments(object);
	object_read_symbols(&object->code);
	return object;
}

struct live_object *live_object_of(struct live *live,
				   const struct live_range *range)
{
	struct live_object *object;

	if (range->path[0] != '/')
		return NULL;
	object = find(live, range->path);
	if (object && !object->placed)
		place(object, range);
	return object && object->placed ? object : NULL;
}

const Elf64_Phdr *live_segment(const struct live_object *object,
			       uint64_t address)
{
	for (size_t i = 0; i < object->segment_count; i++) {
		const Elf64_Phdr *segment = &object->segments[i];
		uint64_t start = object->bias + (segment->p_vaddr & -4096UL);
		uint64_t size = segment->p_memsz + segment->p_vaddr % 4096;

		if (address - start < ((size + 4095) & -4096UL))
			return segment;
	}
	return NULL;
}

void live_free_objects(struct live *live)
{
	for (size_t i = 0; i < live->object_count; i++) {
		free(live->objects[i].code.path);
		free(live->objects[i].code.symbols);
		free(live->objects[i].code.names);
	}
	free(live->objects);
}
