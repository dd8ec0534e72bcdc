/*
 * premain/explain/zeros.c
 *
 * Memory of no file: who asks for it, by the rules of loaders and runtimes.
 * Source: mmap(2), malloc(3); the sources of glibc, musl, klibc and Go.
 */
#include "premain/explain/explain.h"

#include <string.h>

/* PTHREAD_STACK_MIN, and a page below it. */
enum { SMALLEST_STACK = 16384 + 4096 };

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
	if (!call_number(scene->call, 4, &fd) || fd || size != 65536)
		return NULL;
	process->runtime = RUNTIME_KLIBC;
	return "takes %u bytes, the first room of klibc's malloc (by its "
	       "descriptor 0)";
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

/* musl's malloc takes groups of blocks of one size, and large blocks. What it
 * does once it has its heap is main's, if no loader is at work. */
static const char *musl_zeros(const struct scene *scene,
			      struct mapping *mapping, uint64_t size)
{
	if (mapping->rights[1] != 'w' || (size > 131072 && !(size & 0xffff)))
		return NULL;
	if (!scene->process->running && !(scene->process->loader &&
					  scene->process->phase != PHASE_RELRO))
		enter_phase(scene, PHASE_MAIN);
	return "takes %u bytes, as musl's malloc does for blocks of one size, "
	       "or one large block";
}

/* Zeros, by the rules of a runtime. Source: Python's Objects/obmalloc.c. */
static const char *inferred_zeros(const struct scene *scene,
				  struct mapping *mapping, uint64_t size)
{
	enum runtime runtime = scene->process->runtime;
	const char *words = start_zeros(scene, mapping, size);

	if (!words && runtime == RUNTIME_GO)
		words = go_zeros(scene, mapping);
	if (!words && runtime == RUNTIME_MUSL)
		words = musl_zeros(scene, mapping, size);
	if (!words && scene->process->python && mapping->rights[1] == 'w' &&
	    (size == 0x100000 || size == 0x40000))
		words = "takes %u bytes, as Python's malloc does for small "
			"objects (an arena)";
	if (!words && runtime == RUNTIME_GLIBC)
		words = malloc_zeros(scene, mapping, size);
	return words;
}

/* Zeros, by what the call itself says. */
static const char *observed_zeros(const struct scene *scene,
				  const struct mapping *mapping, bool fixed)
{
	if (fixed && mapping->start == scene->process->heap_start) {
		scene->process->runtime = RUNTIME_MUSL;
		return "puts the first page of the heap out of reach, as "
		       "musl's malloc does";
	}
	if (call_flag(scene->call, 3, "MAP_SHARED", 0x1))
		return "takes %u bytes of memory that its children will share";
	return is_closed(mapping->rights) ?
	       "takes room for %u bytes that nobody may touch yet" : NULL;
}

/* posix_spawn's child runs on such a stack, and threads do. */
static const char *stack_zeros(const struct scene *scene,
			       struct mapping *mapping)
{
	enum next_is next = scene->explainer->foresight.next;

	if (!scene->process->running)
		enter_phase(scene, PHASE_MAIN);
	mapping->use = USE_STACK;
	if (is_closed(mapping->rights))
		return "takes %u bytes for a thread's stack, out of reach "
		       "until the next call";
	if (next == NEXT_CHILD)
		return "takes %u bytes for a thread's stack";
	mapping->use = USE_CHILD;
	return next == NEXT_SPAWN ? "takes %u bytes for the stack of a child, "
		"until that calls execve: posix_spawn does so" :
		"takes %u bytes for a stack";
}

void explain_zeros(const struct scene *scene, struct mapping *mapping,
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
		words = stack_zeros(scene, mapping);
		if (foresight->next == NEXT_SPAWN)
			basis = INFERRED;
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
