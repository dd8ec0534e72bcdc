/*
 * premain/explain/process.c
 *
 * What a process has, by its log alone: descriptors and mappings.
 */
#include "premain/explain/explain.h"

#include <string.h>

const char *path_base(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash && slash[1] ? slash + 1 : path;
}

bool path_is(const char *path, const char *base)
{
	return strcmp(path_base(path), base) == 0;
}

struct descriptor *process_descriptor(struct traced *process, uint64_t fd)
{
	struct descriptor *descriptor;

	if (fd >= process->descriptor_count)
		return NULL;
	descriptor = &process->descriptors[fd];
	return descriptor->path[0] ? descriptor : NULL;
}

struct descriptor *process_open(struct traced *process, uint64_t fd,
				const char *path, unsigned long long line)
{
	struct descriptor *descriptor;

	if (fd >= DESCRIPTORS)
		return NULL;
	while (process->descriptor_count <= fd)
		process->descriptors[process->descriptor_count++].path[0] =
			'\0';
	descriptor = &process->descriptors[fd];
	descriptor->line = line;
	descriptor->library = descriptor->close_on_exec = false;
	descriptor->parts = 0;
	descriptor->mapped = 0;
	strlcpy(descriptor->path, path, sizeof descriptor->path);
	return descriptor;
}

/* They lie from the highest to the lowest, as the kernel gives them: the place
 * of the first that begins here, or below. */
static size_t place_of(const struct traced *process, uint64_t address)
{
	size_t low = 0, high = process->mapping_count;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (process->mappings[middle].start > address)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

const struct mapping *process_mapping(const struct traced *process,
				      uint64_t address)
{
	size_t place = place_of(process, address);

	return place < process->mapping_count &&
	       address < process->mappings[place].end ?
	       &process->mappings[place] : NULL;
}

static void add(struct traced *process, const struct mapping *mapping)
{
	struct mapping *place = process->mappings +
		place_of(process, mapping->start);
	struct mapping *end = process->mappings + process->mapping_count;

	if (mapping->start >= mapping->end ||
	    process->mapping_count == MAPPINGS)
		return;
	memmove(place + 1, place, (size_t)((char *)end - (char *)place));
	*place = *mapping;
	process->mapping_count++;
}

/* What is left of a mapping below the range, and above it, stays. */
void process_unmap(struct traced *process, uint64_t start, uint64_t end)
{
	size_t i = start < end ? place_of(process, end - 1) : MAPPINGS;
	struct mapping below;

	while (i < process->mapping_count &&
	       process->mappings[i].end > start) {
		struct mapping *mapping = &process->mappings[i];

		below = *mapping;
		below.end = start;
		if (mapping->end > end) {
			mapping->start = end;
			i++;
		} else {
			memmove(mapping, mapping + 1,
				(--process->mapping_count - i) *
				sizeof *mapping);
		}
		add(process, &below);
	}
}

void process_map(struct traced *process, const struct mapping *mapping)
{
	process_unmap(process, mapping->start, mapping->end);
	add(process, mapping);
}

/* What is used of the one, as a child has it. */
void process_copy(struct traced *to, const struct traced *from)
{
	memcpy(to, from, offsetof(struct traced, descriptors));
	memcpy(to->descriptors, from->descriptors,
	       from->descriptor_count * sizeof from->descriptors[0]);
	memcpy(to->mappings, from->mappings,
	       from->mapping_count * sizeof from->mappings[0]);
}
