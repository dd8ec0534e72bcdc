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

struct descriptor *process_descriptor(struct traced *process, uint64_t fd)
{
	struct descriptor *descriptor;

	if (fd >= DESCRIPTORS)
		return NULL;
	descriptor = &process->descriptors[fd];
	return descriptor->path[0] ? descriptor : NULL;
}

void process_open(struct traced *process, uint64_t fd, const char *path,
		  unsigned long long line)
{
	if (fd >= DESCRIPTORS)
		return;
	process->descriptors[fd] = (struct descriptor){.line = line};
	strlcpy(process->descriptors[fd].path, path,
		sizeof process->descriptors[fd].path);
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
		struct mapping above = *mapping;

		if (mapping->end <= start || mapping->start >= end)
			continue;
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
