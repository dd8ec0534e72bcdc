/*
 * premain/steps/phases.c
 *
 * Loader, start, main, exit: by the addresses at which each begins. Where main
 * is, a symbol says; in a stripped program the start does, which hands main to
 * the function that it calls, in rdi (psABI 3.2.3; the stock start files), or
 * calls it itself, as ours does.
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

static uint64_t peek(const struct steps *steps, uint64_t address)
{
	return (uint64_t)ptrace(PTRACE_PEEKDATA, steps->pid, (void *)address,
				NULL);
}

/* Code of the program itself, and not the header in front of it. */
static bool is_own_code(const struct steps *steps, uint64_t address)
{
	const struct region *own = steps_region(steps, steps->entry);
	const struct region *other = steps_region(steps, address);

	return own && other && other->object == own->object &&
	       (other->offset || address != other->start);
}

/*
 * What the start calls first has main for its first argument; or, later on,
 * a call from the start itself is main's, which has argc and argv for its own.
 */
static void guess_main(struct steps *steps, const struct registers *registers)
{
	uint64_t rsp = registers->rsp, stack = steps->stack;

	if (registers->rip - steps->entry < START_SIZE)
		return;
	if (!steps->left_start && is_own_code(steps, registers->rdi))
		steps->main = registers->rdi;
	else if (rsp == (stack & -16UL) - 8 && registers->rsi == stack + 8 &&
		 registers->rdi == peek(steps, stack))
		steps->main = registers->rip;
	steps->left_start = true;
	steps->main_guessed = steps->main != 0;
}

void steps_set_phase(struct steps *steps, const struct registers *registers)
{
	switch (steps->phase) {
	case PHASE_LOADER:
		if (registers->rip != steps->entry)
			break;
		steps->phase = PHASE_START;
		steps->stack = registers->rsp;
		break;
	case PHASE_START:
		if (registers->rip == steps->entry)
			steps->stack = registers->rsp;
		if (!steps->main)
			guess_main(steps, registers);
		if (registers->rip == steps->main) {
			steps->phase = PHASE_MAIN;
			steps->main_return = peek(steps, registers->rsp);
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
