/*
 * premain/explain/memory.c
 *
 * mmap, mprotect, munmap: what they map, by the descriptors and mappings of the
 * lines before. Source: mmap(2), mprotect(2), ld.so(8), Linux fs/binfmt_elf.c.
 */
#include "premain/explain/explain.h"

#include <string.h>

/* PTHREAD_STACK_MIN, and a page below it. */
enum { SMALLEST_STACK = 16384 + 4096 };

static void rights_of(const struct call *call, size_t argument, char rights[4])
{
	rights[0] = call_flag(call, argument, "PROT_READ", 1) ? 'r' : '-';
	rights[1] = call_flag(call, argument, "PROT_WRITE", 2) ? 'w' : '-';
	rights[2] = call_flag(call, argument, "PROT_EXEC", 4) ? 'x' : '-';
	rights[3] = '\0';
}

static bool is_closed(const char rights[4])
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
		"Go's heap"
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
		more(scene, " at %x, which spares reading it",
		     mapping->start);
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

/* Zeros that a loader, or a static start, asks for; the words have a size, and
 * a line. */
static const char *start_zeros(const struct scene *scene,
			       struct mapping *mapping, uint64_t size)
{
	const struct foresight *foresight = &scene->explainer->foresight;
	struct traced *process = scene->process;
	uint64_t fd;

	if (foresight->thread_pointer) {
		enter_phase(scene, PHASE_THREAD);
		mapping->use = USE_THREAD;
		return "takes %u bytes for the main thread's own variables "
		       "(TLS): line %u sets the thread pointer into them";
	}
	if (foresight->thread_word) {
		mapping->use = USE_THREAD;
		return "takes %u bytes, for the main thread's own variables "
		       "among them: line %u names a word there";
	}
	if (process->asked && process->runtime == RUNTIME_GLIBC &&
	    size <= 65536) {
		scene->explanation->phase = PHASE_STDIO;
		return "takes %u bytes, for the buffer of the stream that was "
		       "asked about";
	}
	if (process->running || (process->thread_line &&
				 !(process->loader &&
				   process->phase == PHASE_RELRO)))
		return NULL;
	if (is_closed(mapping->rights) && (process->phase == PHASE_SEARCH ||
					  process->phase == PHASE_MAP))
		return "takes room for %u bytes, in which the parts of the "
		       "library will lie";
	if (mapping->rights[1] != 'w')
		return NULL;
	if (process->runtime == RUNTIME_GLIBC || foresight->glibc_loader) {
		mapping->use = USE_LOADER;
		return "takes %u bytes for the loader's own notes: no malloc "
		       "is there yet";
	}
	if (call_number(scene->call, 4, &fd) && fd == 0 && size == 65536)
		return "takes %u bytes, the first room of klibc's malloc "
		       "(others give -1 as the descriptor, klibc 0)";
	return NULL;
}

static const char *go_zeros(const struct scene *scene,
			    struct mapping *mapping)
{
	bool reserved = is_closed(mapping->rights);
	uint64_t hint = 0;

	mapping->use = USE_GO;
	call_number(scene->call, 0, &hint);
	if (hint >> 32 != 0xc0)
		return reserved ? "Go's runtime takes addresses for %u bytes, "
				  "and no memory yet" :
				  "Go's runtime takes %u bytes of memory";
	return reserved ? "Go's runtime takes addresses for %u bytes of its "
			  "heap, and no memory yet" :
			  "Go's runtime takes %u bytes of memory of its heap";
}

/* Who asks for so much at once in glibc: malloc, for large blocks and for the
 * heaps of threads. A program that maps memory itself takes round sizes. */
static const char *malloc_zeros(const struct scene *scene,
				struct mapping *mapping, uint64_t size)
{
	if (is_closed(mapping->rights) && (size == 134217728 ||
					   size == 67108864) &&
	    call_flag(scene->call, 3, "MAP_NORESERVE", 0x4000)) {
		mapping->use = USE_ARENA;
		return "takes addresses, as malloc does for a thread of its "
		       "own";
	}
	return mapping->rights[1] != 'w' || size < 0x21000 ||
	       !(size & 0xffff) ? NULL :
	       "takes %u bytes, as malloc does for large blocks";
}

/* Zeros, by the rules of a runtime. */
static const char *inferred_zeros(const struct scene *scene,
				  struct mapping *mapping, uint64_t size)
{
	enum runtime runtime = scene->process->runtime;
	const char *words = start_zeros(scene, mapping, size);

	if (!words && runtime == RUNTIME_GO)
		words = go_zeros(scene, mapping);
	if (!words && runtime == RUNTIME_GLIBC)
		words = malloc_zeros(scene, mapping, size);
	return words;
}

/* Zeros, by what the call itself says. */
static const char *observed_zeros(const struct scene *scene,
				  const struct mapping *mapping, bool fixed)
{
	if (fixed && mapping->start == scene->process->heap_start)
		return "puts the first page of the heap out of reach, as "
		       "musl's malloc does";
	if (call_flag(scene->call, 3, "MAP_SHARED", 0x1))
		return "takes %u bytes of memory that its children will share";
	return is_closed(mapping->rights) ?
	       "takes room for %u bytes that nobody may touch yet" : NULL;
}

static void explain_zeros(const struct scene *scene, struct mapping *mapping,
			  uint64_t size)
{
	const struct foresight *foresight = &scene->explainer->foresight;
	const struct mapping *under =
		process_mapping(scene->process, mapping->start);
	bool fixed = call_flag(scene->call, 3, "MAP_FIXED", 0x10);
	enum basis basis = OBSERVED;
	const char *words;

	if (fixed && under && under->path[0]) {
		scene->explanation->phase = PHASE_MAP;
		strlcpy(mapping->path, under->path, sizeof mapping->path);
		tell(scene, INFERRED, "puts zeros over the room of %s (line "
		     "%u): variables without a first value (.bss)",
		     path_base(under->path),
		     under->line);
		return;
	}
	if (call_flag(scene->call, 3, "MAP_STACK", 0x20000) &&
	    size < SMALLEST_STACK) {
		basis = INFERRED;
		words = "takes %u bytes for a stack on which signals are "
			"handled: a thread's is larger";
	} else if (call_flag(scene->call, 3, "MAP_STACK", 0x20000)) {
		mapping->use = USE_STACK;
		if (!scene->process->running)
			enter_phase(scene, PHASE_MAIN);
		words = !is_closed(mapping->rights) ?
			"takes %u bytes for a thread's stack" :
			"takes %u bytes for a thread's stack, out of reach "
			"until the next call";
	} else if ((words = inferred_zeros(scene, mapping, size))) {
		basis = INFERRED;
	} else if (!(words = observed_zeros(scene, mapping, fixed))) {
		basis = NOT_KNOWN;
		words = "asks for %u bytes of zeros; what for, the log does "
			"not say";
	}
	tell(scene, basis, words, size, foresight->thread_pointer ?
	     foresight->thread_pointer : foresight->thread_word);
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

/*
 * Whose memory it is that the kernel has mapped. The heap begins behind the
 * program, or, where no line has asked for it, Linux on x86-64 puts a program
 * at two thirds of the addresses. Its loader is where mmap goes.
 */
static const char *whose(const struct traced *process, uint64_t address)
{
	static const char program[] = "the program, by its address";
	uint64_t pointer = process->thread_pointer, heap = process->heap_start;

	bool narrow = process->mapping_count &&
		process->mappings[0].end < 0x100000000;

	if ((address < 0x100000000 && !narrow) ||
	    (address < heap && heap - address < 0x40000000) ||
	    (address >= 0x550000000000 && address < 0x570000000000))
		return program;
	if (process->loader && (heap || narrow || address >= 0x7e0000000000))
		return "its loader, by its address";
	if (pointer - address < 0x10000)
		return "libc with its loader, or a static program: the "
			"thread pointer lies in it";
	if (heap && process->thread_line && !process->loader &&
	    pointer - heap < process->heap - heap)
		return "the program, a static one: its thread lies on the "
			"heap";
	return "the program, or its loader";
}

static void explain_read_only(const struct scene *scene, uint64_t start)
{
	const struct traced *process = scene->process;
	const struct mapping *mapping = process_mapping(process, start);

	if (mapping && mapping->path[0] && mapping->rights[1] == 'w') {
		enter_phase(scene, PHASE_RELRO);
		tell(scene, INFERRED, "makes the first pages of %s's "
		     "variables (line %u) read-only, now that they are "
		     "relocated: RELRO",
		     path_base(mapping->path), mapping->line);
	} else if (mapping) {
		tell(scene, OBSERVED, "makes %s of line %u "
		     "read-only", mapping_name(mapping), mapping->line);
	} else if (!process->running) {
		enter_phase(scene, PHASE_RELRO);
		tell(scene, INFERRED, "makes memory read-only that execve "
		     "has mapped: RELRO of %t",
		     whose(process, start));
	} else {
		tell(scene, OBSERVED, "makes memory read-only that "
		     "no line before has mapped");
	}
}

static void explain_rights(const struct scene *scene, uint64_t start,
			   uint64_t size)
{
	struct mapping *mapping =
		(struct mapping *)process_mapping(scene->process, start);
	char rights[4];

	rights_of(scene->call, 2, rights);
	if (mapping && mapping->path[0] && is_closed(rights)) {
		tell(scene, INFERRED, "leaves a hole in %s (line %u), "
		     "between its code and its variables",
		     path_base(mapping->path), mapping->line);
		return;
	}
	if (mapping && mapping->use == USE_STACK && is_closed(rights)) {
		tell(scene, OBSERVED, "closes the lowest pages of the thread's "
		     "stack of line %u: to run into them is a fault",
		     mapping->line);
		return;
	}
	if (mapping && mapping->use == USE_STACK) {
		tell(scene, OBSERVED, "opens the thread's stack of line %u, "
		     "but for its lowest pages: to run into them is a fault",
		     mapping->line);
		return;
	}
	if (mapping && mapping->use == USE_ARENA) {
		tell(scene, OBSERVED, "opens %u bytes of what line %u has "
		     "taken for a thread's malloc", size, mapping->line);
		return;
	}
	tell(scene, OBSERVED, is_closed(rights) ? "puts out of reach %u bytes" :
	     rights[2] == 'x' ? "lets code run in %u bytes" :
	     rights[1] == 'w' ? "makes writable %u bytes" :
	     "gives rights to %u bytes", size);
	if (mapping)
		more(scene, ", of %s (line %u)", mapping_name(mapping),
		     mapping->line);
}

void explain_mprotect(const struct scene *scene)
{
	const struct call *call = scene->call;
	uint64_t start, size;
	char rights[4];

	if (!call_number(call, 0, &start) || !call_number(call, 1, &size))
		return;
	if (call->line->failed) {
		tell(scene, OBSERVED, "cannot change the rights of "
		     "memory%e");
		return;
	}
	rights_of(call, 2, rights);
	if (strcmp(rights, "r--") == 0)
		explain_read_only(scene, start);
	else
		explain_rights(scene, start, size);
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

void explain_munmap(const struct scene *scene)
{
	const struct call *call = scene->call;
	const struct mapping *mapping;
	uint64_t start, size;

	if (!call_number(call, 0, &start) || !call_number(call, 1, &size) ||
	    call->line->failed)
		return;
	mapping = process_mapping(scene->process, start);
	if (mapping && (mapping->path[0] || mapping->use)) {
		tell(scene, OBSERVED, "gives back %t%s (line %u)",
		     mapping->path[0] ? "the memory of " : "",
		     mapping_name(mapping), mapping->line);
		if (path_is(mapping->path, "ld.so.cache"))
			explain_cache_end(scene);
	} else if (mapping) {
		tell(scene, OBSERVED, "gives back memory of line %u",
		     mapping->line);
	} else {
		tell(scene, OBSERVED, "gives back %u bytes, that no line "
		     "before has mapped", size);
	}
	process_unmap(scene->process, start,
		      start + ((size + 4095) & ~4095ULL));
}
