/*
 * premain/steps/phases.c
 *
 * Loader, start, main, exit: by the addresses at which each begins. Where main
 * is, a symbol says; in a stripped program the start does, which hands main to
 * the function that it calls, in rdi (psABI 3.2.3; the stock start files).
 */
#include "premain/steps/steps.h"

#include <string.h>
#include <sys/ptrace.h>

enum { START_SIZE = 64 };	/* bytes, more than any start has */

void steps_find_main(struct steps *steps)
{
	const struct region *region = steps_region(steps, steps->entry);
	struct object *program;

	if (!region)
		return;
	program = &steps->objects[region->object];
	if (!program->looked)
		object_read_symbols(program);
	for (size_t i = 0; i < program->symbol_count; i++)
		if (strcmp(program->symbols[i].name, "main") == 0)
			steps->main = region->bias + program->symbols[i].start;
}

/* The first time that the start calls something: main is its argument. */
static void guess_main(struct steps *steps, const struct registers *registers)
{
	const struct region *own, *other;

	if (registers->rip - steps->entry < START_SIZE)
		return;
	own = steps_region(steps, steps->entry);
	other = steps_region(steps, registers->rdi);
	if (own && other && own->object == other->object) {
		steps->main = registers->rdi;
		steps->main_guessed = true;
	} else {
		steps->main = ~0ULL;	/* nobody knows */
	}
}

void steps_set_phase(struct steps *steps, const struct registers *registers)
{
	switch (steps->phase) {
	case PHASE_LOADER:
		if (registers->rip == steps->entry)
			steps->phase = PHASE_START;
		break;
	case PHASE_START:
		if (!steps->main)
			guess_main(steps, registers);
		if (registers->rip == steps->main) {
			steps->phase = PHASE_MAIN;
			steps->main_return = (uint64_t)
				ptrace(PTRACE_PEEKDATA, steps->pid,
				       (void *)registers->rsp, NULL);
		}
		break;
	case PHASE_MAIN:
		if (registers->rip == steps->main_return)
			steps->phase = PHASE_EXIT;
		break;
	case PHASE_EXIT:
	case PHASES:
		break;
	}
}
