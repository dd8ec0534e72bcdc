/*
 * premain/explain/heap.c
 *
 * The heap, and what a program says about memory that it has.
 * Source: brk(2), madvise(2), mremap(2), malloc(3).
 */
#include "premain/explain/explain.h"

#include <string.h>

static void explain_longer(const struct scene *scene, uint64_t longer)
{
	struct traced *process = scene->process;
	unsigned long long line = scene->explainer->foresight.thread_pointer;

	if (process->phase == PHASE_THREAD &&
	    process->runtime == RUNTIME_GLIBC)
		enter_phase(scene, PHASE_LIBC);
	tell(scene, INFERRED, "makes the heap %u bytes longer", longer);
	if (line) {
		enter_phase(scene, PHASE_THREAD);
		process->runtime = RUNTIME_GLIBC;	/* nobody else's do */
		more(scene, " for the main thread's own variables (TLS), as "
		     "in a static program: line %u sets the thread pointer "
		     "into them", line);
	} else if (process->asked) {
		scene->explanation->phase = PHASE_STDIO;
		more(scene, ": room for malloc, and for the buffer of the "
		     "stream that was asked about");
	} else if (longer == 0x21000 && process->runtime == RUNTIME_GLIBC) {
		more(scene, ": glibc's malloc takes 132 kB at once");
	} else if (longer < 4096 && process->runtime == RUNTIME_GLIBC) {
		more(scene, ", up to the border of a page: malloc keeps its "
		     "end there");
	} else if (longer == 8192 && process->phase == PHASE_THREAD) {
		more(scene, ": where musl's malloc notes what it has given "
		     "out");
	} else {
		scene->explanation->basis = OBSERVED;
	}
}

void explain_brk(const struct scene *scene)
{
	struct traced *process = scene->process;
	uint64_t end, now = (uint64_t)scene->call->result;

	if (!scene->call->returned || !call_number(scene->call, 0, &end))
		return;
	if (end == 0)
		tell(scene, OBSERVED, "asks where the heap %s: at %x",
		     process->heap ? "ends" : "begins", now);
	else if (now != end)
		tell(scene, OBSERVED, "asks for another end of the heap, and "
		     "does not get it");
	else if (process->heap && end > process->heap)
		explain_longer(scene, end - process->heap);
	else if (process->heap && end < process->heap)
		tell(scene, OBSERVED, "gives back %u bytes of the heap's end",
		     process->heap - end);
	else
		tell(scene, OBSERVED, "moves the end of the heap to %x", end);
	if (!process->heap_start)
		process->heap_start = now;
	process->heap = now;
}

void explain_madvise(const struct scene *scene)
{
	static const char advice[] =
		"MADV_DONTNEED gives back the pages, but keeps the "
			"addresses%e\n"
		"MADV_FREE lets the kernel take the pages, when it needs "
			"them%e\n"
		"MADV_WILLNEED will soon read the pages%e\n"
		"MADV_HUGEPAGE would like large pages there%e\n"
		"MADV_NOHUGEPAGE wants no large pages there%e\n"
		"MADV_COLLAPSE wants large pages there now%e\n"
		"MADV_DONTFORK keeps the pages from its children%e\n";
	const struct mapping *mapping;
	uint64_t start = 0;

	if (!tell_by_word(scene, 2, advice))
		return;
	call_number(scene->call, 0, &start);
	mapping = process_mapping(scene->process, start);
	if (mapping)
		more(scene, ", in %s (line %u)", mapping_name(mapping),
		     mapping->line);
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
	tell(scene, OBSERVED, "makes a mapping of %u bytes one of %u%t", from,
	     to, (uint64_t)call->result != start ? ", at another place" : "");
	if (!old)
		return;
	more(scene, " (line %u)", old->line);
	mapping = *old;
	mapping.start = mapping.origin = (uint64_t)call->result;
	mapping.end = mapping.start + ((to + 4095) & ~4095ULL);
	process_unmap(scene->process, start,
		      start + ((from + 4095) & ~4095ULL));
	process_map(scene->process, &mapping);
}
