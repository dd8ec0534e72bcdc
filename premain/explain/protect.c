/*
 * premain/explain/protect.c
 *
 * mprotect: whose memory gets other rights, and why.
 * Source: mprotect(2), ld.so(8), Linux fs/binfmt_elf.c.
 */
#include "premain/explain/explain.h"

#include <string.h>

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
		tell(scene, OBSERVED, "makes memory read-only; "
		     "whose, is not known here");
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
		scene->explanation->phase = PHASE_MAP;
		tell(scene, INFERRED, mapping->rights[2] == 'x' ?
		     "leaves a hole in %s (line %u), between its code and its "
		     "variables" : "closes the room of %s (line %u) behind "
		     "its first part; its other parts are mapped over it",
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
