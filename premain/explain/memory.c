/*
 * premain/explain/memory.c
 *
 * brk, mmap, mprotect, munmap: what they map, by the descriptors and mappings
 * of the lines before. Source: mmap(2), brk(2), mprotect(2); ld.so(8).
 */
#include "premain/explain/explain.h"

#include <string.h>

static void rights_of(const struct call *call, size_t argument, char rights[4])
{
	rights[0] = call_has(call, argument, "PROT_READ") ? 'r' : '-';
	rights[1] = call_has(call, argument, "PROT_WRITE") ? 'w' : '-';
	rights[2] = call_has(call, argument, "PROT_EXEC") ? 'x' : '-';
	rights[3] = '\0';
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

/* The first thing that a program has on the heap is its first stream's. */
static void explain_first_heap(const struct traced *process,
			       struct explanation *explanation, uint64_t end)
{
	explanation->basis = INFERRED;
	text_format(&explanation->sentence, "makes the heap %llu bytes longer: "
		    "malloc has room now, for the buffer of the stream that "
		    "was asked about", (unsigned long long)
		    (end - process->heap));
}

static void explain_brk(struct traced *process, const struct call *call,
			struct explanation *explanation)
{
	uint64_t end, now = (uint64_t)call->result;

	if (!call->returned || !call_number(call, 0, &end))
		return;
	explanation->basis = OBSERVED;
	if (end == 0)
		text_format(&explanation->sentence, "asks where the heap "
			    "ends: at %#llx", (unsigned long long)now);
	else if (now != end)
		text_put(&explanation->sentence,
			 "asks for another end of the heap, and does not get "
			 "it");
	else if (process->phase == PHASE_STDIO && end > process->heap)
		explain_first_heap(process, explanation, end);
	else if (process->heap && end > process->heap)
		text_format(&explanation->sentence,
			    "makes the heap %llu bytes longer",
			    (unsigned long long)(end - process->heap));
	else
		text_format(&explanation->sentence,
			    "moves the end of the heap to %#llx",
			    (unsigned long long)end);
	if (!process->heap_start)
		process->heap_start = now;
	process->heap = now;
}

static void explain_file_map(struct traced *process, const struct call *call,
			     struct explanation *explanation,
			     struct mapping *mapping,
			     struct descriptor *descriptor)
{
	bool first = !descriptor->mapped;
	uint64_t offset = 0;

	call_number(call, 5, &offset);
	strlcpy(mapping->path, descriptor->path, sizeof mapping->path);
	if (first)
		descriptor->mapped = mapping->start;
	explanation->basis = descriptor->library ? INFERRED : OBSERVED;
	if (!descriptor->library) {
		text_format(&explanation->sentence,
			    "maps %s (descriptor opened on line %llu) at %#llx",
			    descriptor->path, descriptor->line,
			    (unsigned long long)mapping->start);
		return;
	}
	explanation->phase = process->phase = PHASE_MAP;
	process->libraries = true;
	text_format(&explanation->sentence, "maps %s of %s, opened on line "
		    "%llu: %s",
		    first ? "the first part" : "a further part",
		    path_base(descriptor->path), descriptor->line,
		    part(mapping->rights));
	if (first)
		text_put(&explanation->sentence,
			 "; all of the library's room is taken");
}

static void explain_zeros(struct traced *process, const struct call *call,
			  struct explanation *explanation, uint64_t size)
{
	const struct mapping *under;
	uint64_t start = (uint64_t)call->result;

	under = process_mapping(process, start);
	if (call_has(call, 3, "MAP_FIXED") && under && under->path[0]) {
		explanation->basis = INFERRED;
		explanation->phase = PHASE_MAP;
		text_format(&explanation->sentence, "puts zeros over the room "
			    "of %s (line %llu): variables without a first "
			    "value, .bss", path_base(under->path), under->line);
		return;
	}
	explanation->basis = call_has(call, 2, "PROT_READ") ? NOT_KNOWN :
							      OBSERVED;
	text_format(&explanation->sentence, call_has(call, 2, "PROT_NONE") ?
		    "takes room for %llu bytes that nobody may touch yet" :
		    "asks for %llu bytes of zeros; what for, the log does not "
		    "say", (unsigned long long)size);
}

static void explain_mmap(struct traced *process, const struct call *call,
			 struct explanation *explanation)
{
	struct mapping mapping = {.line = call->number};
	struct descriptor *descriptor = NULL;
	uint64_t size, fd;

	if (!call->returned || call->line->failed ||
	    !call_number(call, 1, &size) || size == 0)
		return;
	mapping.start = mapping.origin = (uint64_t)call->result;
	mapping.end = mapping.start + ((size + 4095) & ~4095ULL);
	rights_of(call, 2, mapping.rights);
	if (!call_has(call, 3, "MAP_ANONYMOUS") && call_number(call, 4, &fd))
		descriptor = process_descriptor(process, fd);
	if (descriptor)
		explain_file_map(process, call, explanation, &mapping,
				 descriptor);
	else if (call_has(call, 3, "MAP_ANONYMOUS"))
		explain_zeros(process, call, explanation, size);
	else
		text_put(&explanation->sentence,
			 "maps a file; which one, the log does not say");
	process_map(process, &mapping);
}

/*
 * Whose memory it is that the kernel has mapped. Linux puts a PIE that has a
 * loader at two thirds of the address space, and the loader where mmap goes;
 * a program that loads itself lies there too. Source: fs/binfmt_elf.c.
 */
static const char *whose(const struct traced *process, uint64_t address)
{
	if (address < 0x100000000 ||
	    (address >= 0x550000000000 && address < 0x570000000000))
		return "the program, by its address";
	return process->libraries ? "its loader, by its address" :
				    "the program, or its loader";
}

static void explain_read_only(struct traced *process,
			      const struct call *call,
			      struct explanation *explanation, uint64_t start)
{
	const struct mapping *mapping = process_mapping(process, start);

	(void)call;
	if (mapping && mapping->path[0] && mapping->rights[1] == 'w') {
		explanation->basis = INFERRED;
		explanation->phase = process->phase = PHASE_RELRO;
		text_format(&explanation->sentence, "makes the first pages of "
			    "%s's variables read-only, now that all in them "
			    "is relocated: RELRO", path_base(mapping->path));
		return;
	}
	if (mapping) {
		text_format(&explanation->sentence, "makes memory of line %llu "
			    "read-only", mapping->line);
		explanation->basis = OBSERVED;
		return;
	}
	explanation->basis = INFERRED;
	explanation->phase = process->phase = PHASE_RELRO;
	text_format(&explanation->sentence, "makes memory read-only that no "
		    "line before has mapped: the kernel did, with execve. "
		    "RELRO of %s", whose(process, start));
}

static void explain_mprotect(struct traced *process, const struct call *call,
			     struct explanation *explanation)
{
	const struct mapping *mapping;
	uint64_t start, size;

	if (!call_number(call, 0, &start) || !call_number(call, 1, &size) ||
	    call->line->failed)
		return;
	if (call_has(call, 2, "PROT_READ") &&
	    !call_has(call, 2, "PROT_WRITE") &&
	    !call_has(call, 2, "PROT_EXEC")) {
		explain_read_only(process, call, explanation, start);
		return;
	}
	mapping = process_mapping(process, start);
	explanation->basis = OBSERVED;
	if (call_has(call, 2, "PROT_NONE"))
		text_put(&explanation->sentence, "puts memory out of reach");
	else
		text_put(&explanation->sentence, "gives memory other rights");
	if (mapping && mapping->path[0])
		text_format(&explanation->sentence, ", in the room of %s "
			    "(line %llu)", path_base(mapping->path),
			    mapping->line);
}

static void explain_munmap(struct traced *process, const struct call *call,
			   struct explanation *explanation)
{
	const struct mapping *mapping;
	uint64_t start, size;

	if (!call_number(call, 0, &start) || !call_number(call, 1, &size) ||
	    call->line->failed)
		return;
	mapping = process_mapping(process, start);
	explanation->basis = OBSERVED;
	if (mapping && mapping->path[0]) {
		text_format(&explanation->sentence, "gives back the memory of "
			    "%s (line %llu)", path_base(mapping->path),
			    mapping->line);
		if (strcmp(path_base(mapping->path), "ld.so.cache") == 0) {
			explanation->basis = INFERRED;
			text_put(&explanation->sentence, ": no library is "
				 "looked for any more, the loader is done");
			process->phase = PHASE_LIBC;
		}
	} else if (mapping) {
		text_format(&explanation->sentence,
			    "gives back memory of line %llu", mapping->line);
	} else {
		text_put(&explanation->sentence, "gives memory back");
	}
	process_unmap(process, start, start + ((size + 4095) & ~4095ULL));
}

void explain_memory(struct traced *process, const struct call *call,
		    struct explanation *explanation)
{
	if (call_is(call, "brk"))
		explain_brk(process, call, explanation);
	else if (call_is(call, "mmap") || call_is(call, "mmap2"))
		explain_mmap(process, call, explanation);
	else if (call_is(call, "mprotect"))
		explain_mprotect(process, call, explanation);
	else if (call_is(call, "munmap"))
		explain_munmap(process, call, explanation);
}
