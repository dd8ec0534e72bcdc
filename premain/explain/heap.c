/*
 * premain/explain/heap.c
 *
 * The heap, and what a program says about memory that it has.
 * Source: brk(2), madvise(2), mremap(2), malloc(3).
 */
#include "premain/explain/explain.h"

#include <string.h>

static void explain_longer(const struct scene *scene, uint64_t more)
{
	const struct traced *process = scene->process;
	unsigned long long line = scene->explainer->foresight.thread_pointer;
	struct text *text = say(scene, OBSERVED);

	text_format(text, "makes the heap %llu bytes longer",
		    (unsigned long long)more);
	if (line) {
		enter_phase(scene, PHASE_THREAD);
		text_format(text, ": a static program has its main thread's "
			    "variables (TLS) there, line %llu sets the thread "
			    "pointer into them", line);
	} else if (process->phase == PHASE_STDIO) {
		text_put(text, ": malloc has room now, for the buffer of the "
			 "stream that was asked about");
	} else if (more == 0x21000 && process->runtime == RUNTIME_GLIBC) {
		text_put(text, ": glibc's malloc takes 132 kB at once, so "
			 "that small blocks need no further call");
	} else if (more < 4096 && process->runtime == RUNTIME_GLIBC) {
		text_put(text, ", up to the border of a page: malloc keeps "
			 "its end there");
	} else if (more == 8192 && process->phase == PHASE_THREAD) {
		text_put(text, ": where musl's malloc notes what it has given "
			 "out");
	} else {
		return;
	}
	scene->explanation->basis = INFERRED;
}

void explain_brk(const struct scene *scene)
{
	struct traced *process = scene->process;
	uint64_t end, now = (uint64_t)scene->call->result;

	if (!scene->call->returned || !call_number(scene->call, 0, &end))
		return;
	if (end == 0)
		text_format(say(scene, OBSERVED), "asks where the heap %s: at "
			    "%#llx", process->heap ? "ends" : "begins",
			    (unsigned long long)now);
	else if (now != end)
		text_put(say(scene, OBSERVED), "asks for another end of the "
			 "heap, and does not get it");
	else if (process->heap && end > process->heap)
		explain_longer(scene, end - process->heap);
	else if (process->heap && end < process->heap)
		text_format(say(scene, OBSERVED), "gives back %llu bytes of "
			    "the heap's end", (unsigned long long)
			    (process->heap - end));
	else
		text_format(say(scene, OBSERVED), "moves the end of the heap "
			    "to %#llx", (unsigned long long)end);
	if (!process->heap_start)
		process->heap_start = now;
	process->heap = now;
}

static void say_owner(const struct scene *scene, uint64_t start)
{
	const struct mapping *mapping =
		process_mapping(scene->process, start);

	if (mapping)
		text_format(&scene->explanation->sentence, ", in %s (line "
			    "%llu)", mapping->use == USE_STACK ?
			    "a thread's stack" : mapping->path[0] ?
			    path_base(mapping->path) : "what was mapped",
			    mapping->line);
}

void explain_madvise(const struct scene *scene)
{
	static const struct {
		const char *word, *sentence;
		uint64_t number;
	} advice[] = {
		{"MADV_DONTNEED", "gives back the pages, but keeps the "
			"addresses", 4},
		{"MADV_FREE", "lets the kernel take the pages, when it needs "
			"them", 8},
		{"MADV_WILLNEED", "will soon read the pages", 3},
		{"MADV_HUGEPAGE", "would like large pages there", 14},
		{"MADV_NOHUGEPAGE", "wants no large pages there", 15},
		{"MADV_COLLAPSE", "wants large pages there now", 25},
		{"MADV_SEQUENTIAL", "will read the pages in their order", 2},
		{"MADV_RANDOM", "will read the pages in any order", 1},
		{"MADV_DONTDUMP", "keeps the pages out of a core file", 16},
		{"MADV_DONTFORK", "keeps the pages from its children", 10},
	};
	uint64_t start = 0, number = 0;

	call_number(scene->call, 0, &start);
	call_number(scene->call, 2, &number);
	for (size_t i = 0; i < sizeof advice / sizeof advice[0]; i++)
		if (number == advice[i].number ||
		    call_has(scene->call, 2, advice[i].word)) {
			text_put(say(scene, OBSERVED), advice[i].sentence);
			say_owner(scene, start);
			if (scene->call->line->failed)
				say_error(scene);
			return;
		}
}

void explain_mremap(const struct scene *scene)
{
	const struct call *call = scene->call;
	const struct mapping *old;
	struct mapping mapping;
	uint64_t start, from, to;

	if (!call_number(call, 0, &start) || !call_number(call, 1, &from) ||
	    !call_number(call, 2, &to) || call->line->failed)
		return;
	old = process_mapping(scene->process, start);
	text_format(say(scene, OBSERVED), "makes %llu bytes%s %llu",
		    (unsigned long long)from, old ? " of a mapping" : "",
		    (unsigned long long)to);
	if ((uint64_t)call->result != start)
		text_put(&scene->explanation->sentence, ", at another place");
	if (!old)
		return;
	text_format(&scene->explanation->sentence, " (line %llu)", old->line);
	mapping = *old;
	mapping.start = mapping.origin = (uint64_t)call->result;
	mapping.end = mapping.start + ((to + 4095) & ~4095ULL);
	process_unmap(scene->process, start,
		      start + ((from + 4095) & ~4095ULL));
	process_map(scene->process, &mapping);
}
