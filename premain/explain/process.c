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

const struct mapping *process_mapping(const struct traced *process,
				      uint64_t address)
{
	for (size_t i = 0; i < process->mapping_count; i++)
		if (address >= process->mappings[i].start &&
		    address < process->mappings[i].end)
			return &process->mappings[i];
	return NULL;
}

static void add(struct traced *process, const struct mapping *mapping)
{
	if (mapping->start < mapping->end &&
	    process->mapping_count < MAPPINGS)
		process->mappings[process->mapping_count++] = *mapping;
}

/* What is left of a mapping below the range, and above it, stays. */
void process_unmap(struct traced *process, uint64_t start, uint64_t end)
{
	size_t count = process->mapping_count;

	for (size_t i = 0; i < count; i++) {
		struct mapping *mapping = &process->mappings[i];
		struct mapping above;

		if (mapping->end <= start || mapping->start >= end)
			continue;
		above = *mapping;
		above.start = end;
		if (mapping->start < start) {
			mapping->end = start;
			add(process, &above);
			continue;
		}
		if (above.start < above.end) {
			*mapping = above;
			continue;
		}
		*mapping = process->mappings[--process->mapping_count];
		if (count > process->mapping_count)
			count = process->mapping_count;
		i--;
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
