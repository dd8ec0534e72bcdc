/*
 * premain/steps/steps_start.c
 *
 * A program that is stopped at its first instruction, and what is kept of its
 * system calls. Source: ptrace(2), getauxval(3).
 */
#include "premain/run/run.h"
#include "premain/steps/steps.h"

#include <asm/unistd.h>
#include <elf.h>
#include <stdlib.h>
#include <sys/ptrace.h>

bool steps_registers(const struct steps *steps, struct registers *registers)
{
	return ptrace(PTRACE_GETREGS, steps->pid, NULL, registers) == 0;
}

/* The call that the instruction at `before` has made. */
void steps_keep_call(struct steps *steps, const struct registers *before,
		     bool returned, uint64_t result)
{
	const struct region *region = steps_region(steps, before->rip);
	struct call *made = list_grow(&steps->made, steps->made_count,
				      &steps->made_room, sizeof *made);

	if (!made) {
		steps->lost = true;
		return;
	}
	steps->made_count++;
	*made = (struct call){
		.phase = steps->phase, .number = before->rax,
		.arguments = {before->rdi, before->rsi, before->rdx,
			      before->r10, before->r8, before->r9},
		.result = result, .returned = returned,
		.object = region ? region->object : ~(size_t)0
	};
	steps->calls[steps->phase]++;
	if (region) {
		struct object *object = &steps->objects[region->object];
		const struct symbol *symbol;

		if (!object->looked)
			object_read_symbols(object);
		symbol = object_symbol(object, before->rip - region->bias);
		made->function = symbol ? symbol->name : NULL;
		object->calls++;
	}
}

/* `syscall` is two bytes, and leaves the next address in rcx. */
static bool was_call(const struct steps *steps, const struct registers *before,
		     const struct registers *now)
{
	if (now->rip != before->rip + 2 || now->rcx != now->rip)
		return false;
	return (ptrace(PTRACE_PEEKTEXT, steps->pid, (void *)before->rip,
		       NULL) & 0xffff) == 0x050f;
}

void steps_see_maps(struct steps *steps, uint64_t number)
{
	switch (number) {
	case __NR_mmap:
	case __NR_mprotect:
	case __NR_munmap:
	case __NR_mremap:
		steps_read_maps(steps);
	}
}

void steps_look_at_call(struct steps *steps, const struct registers *before,
			const struct registers *now)
{
	if (!was_call(steps, before, now))
		return;
	steps_keep_call(steps, before, true, now->rax);
	steps_see_maps(steps, before->rax);
}

/* Another program is in the process: from its first instruction. */
void steps_begin(struct steps *steps)
{
	steps->entry = read_auxv(steps->pid, AT_ENTRY);
	steps->base = read_auxv(steps->pid, AT_BASE);
	steps->stack = 0;
	steps->main = steps->main_return = 0;
	steps->left_start = false;
	steps->main_guessed = false;
	steps->phase = steps->base ? PHASE_LOADER : PHASE_START;
	steps_read_maps(steps);
	steps_find_main(steps);
}

const char *steps_start(struct steps *steps, char *const *command,
			unsigned long options)
{
	int error;
	const char *wrong = run_start_traced(steps->program, command,
					     &steps->pid, &error);

	if (wrong)
		return wrong;
	ptrace(PTRACE_SETOPTIONS, steps->pid, NULL,
	       (void *)(PTRACE_O_EXITKILL | options));
	steps_begin(steps);
	return NULL;
}
