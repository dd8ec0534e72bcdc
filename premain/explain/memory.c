/*
 * premain/explain/memory.c
 *
 * mmap, munmap: what they map, by the descriptors and mappings of the lines
 * before. Source: mmap(2), ld.so(8).
 */
#include "premain/explain/explain.h"

#include <string.h>

void rights_of(const struct call *call, size_t argument, char rights[4])
{
	rights[0] = call_flag(call, argument, "PROT_READ", 1) ? 'r' : '-';
	rights[1] = call_flag(call, argument, "PROT_WRITE", 2) ? 'w' : '-';
	rights[2] = call_flag(call, argument, "PROT_EXEC", 4) ? 'x' : '-';
	rights[3] = '\0';
}

bool is_closed(const char rights[4])
{
	return strcmp(rights, "---") == 0;
}

/* What a part of a library is for, by its rights. */
static const char *part(const char rights[4])
{
	if (rights[2] == 'x')
		return "its code";
	if (rights[1] == 'w')
		return "its variables, each page private once it is written";
	return rights[0] == 'r' ? "its headers, tables or constants" :
				  "room that nobody may touch";
}

const char *mapping_name(const struct mapping *mapping)
{
	static const char *const words[] = {
		"memory", "a thread's stack", "a thread's part of malloc",
		"the loader's own memory", "the main thread's variables",
		"Go's heap", "a stack"
	};

	return mapping->path[0] ? path_base(mapping->path) :
				  words[mapping->use];
}

/* A file that main maps is a library if it may run, or nobody may write it. */
static bool is_loaded(const struct scene *scene,
		      const struct descriptor *descriptor)
{
	if (!scene->process->running)
		return descriptor->library ||
		       is_library(descriptor->path);
	return descriptor->library &&
	       (descriptor->parts ||
		call_flag(scene->call, 2, "PROT_EXEC", 4) ||
		call_flag(scene->call, 3, "MAP_DENYWRITE", 0x800));
}

static void explain_file(const struct scene *scene, struct mapping *mapping,
			 struct descriptor *descriptor)
{
	bool first = !descriptor->parts++;

	strlcpy(mapping->path, descriptor->path, sizeof mapping->path);
	if (first)
		descriptor->mapped = mapping->start;
	if (!is_loaded(scene, descriptor)) {
		tell(scene, OBSERVED, "maps %s", descriptor->path);
		if (descriptor->line)
			more(scene, " (opened on line %u)", descriptor->line);
		more(scene, " at %x%t", mapping->start,
		     mapping->rights[1] != 'w' ? ", which spares reading it" :
		     call_flag(scene->call, 3, "MAP_SHARED", 0x1) ?
		     "; what is written there goes to the file" :
		     "; what is written there stays in the process");
		return;
	}
	enter_phase(scene, PHASE_MAP);
	scene->process->loader = true;
	descriptor->library = true;
	tell(scene, INFERRED, "maps %t part of %s", first ? "the first" :
	     "a further", path_base(descriptor->path));
	if (descriptor->line)
		more(scene, ", opened on line %u", descriptor->line);
	more(scene, ": %t", part(mapping->rights));
	if (first && !call_flag(scene->call, 3, "MAP_FIXED", 0x10))
		more(scene, "; the room of the whole library is taken with "
		     "it");
}

void explain_mmap(const struct scene *scene)
{
	const struct call *call = scene->call;
	struct mapping mapping = {.line = call->number};
	struct descriptor *descriptor = NULL;
	uint64_t size, fd;

	if (!call_number(call, 1, &size) || size == 0)
		return;
	if (call->line->failed || !call->returned) {
		tell(scene, OBSERVED, "does not get the memory that "
		     "it asks for%e");
		return;
	}
	mapping.start = mapping.origin = (uint64_t)call->result;
	mapping.end = mapping.start + ((size + 4095) & ~4095ULL);
	rights_of(call, 2, mapping.rights);
	if (!call_flag(call, 3, "MAP_ANONYMOUS", 0x20))
		descriptor = scene_descriptor(scene, 4, &fd);
	if (descriptor)
		explain_file(scene, &mapping, descriptor);
	else if (call_flag(call, 3, "MAP_ANONYMOUS", 0x20))
		explain_zeros(scene, &mapping, size);
	else
		tell(scene, NOT_KNOWN, "maps a file; which one, the "
		     "log does not say");
	process_map(scene->process, &mapping);
}

/* glibc's loader keeps its list until the last library is found. */
static void explain_cache_end(const struct scene *scene)
{
	tell(scene, INFERRED, scene->process->running ?
	     ": no further library is looked for" :
	     ": no library is looked for any more, the loader is done");
	if (!scene->process->running)
		enter_phase(scene, PHASE_LIBC);
}

/* Whether there is more of what was mapped with it. */
static bool is_part(const struct traced *process,
		    const struct mapping *mapping, uint64_t start, uint64_t end)
{
	const struct mapping *other = process->mappings;

	for (size_t i = 0; i < process->mapping_count; i++, other++)
		if (other->origin == mapping->origin &&
		    (other->start < start || other->end > end))
			return true;
	return false;
}

void explain_munmap(const struct scene *scene)
{
	const struct call *call = scene->call;
	const struct mapping *mapping;
	uint64_t start, size, end;

	if (!call_number(call, 0, &start) || !call_number(call, 1, &size) ||
	    call->line->failed)
		return;
	end = start + ((size + 4095) & ~4095ULL);
	mapping = process_mapping(scene->process, start);
	if (mapping) {
		tell(scene, OBSERVED, "gives back %t%t%s (line %u)",
		     is_part(scene->process, mapping, start, end) ?
		     "a part of " : "",
		     mapping->path[0] ? "the memory of " : "",
		     mapping_name(mapping), mapping->line);
		if (path_is(mapping->path, "ld.so.cache"))
			explain_cache_end(scene);
	} else {
		tell(scene, OBSERVED, "gives back %u bytes; whose, is not "
		     "known here", size);
	}
	process_unmap(scene->process, start, end);
}
