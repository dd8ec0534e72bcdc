/*
 * premain/steps/steps_start.c
 *
 * A program that is stopped at its first instruction, and what is kept of its
 * system calls. Source: ptrace(2), getauxval(3); Linux
 * arch/x86/entry/syscalls/syscall_32.tbl.
 */
#include "premain/run/run.h"
#include "premain/steps/steps.h"

#include <asm/unistd.h>
#include <elf.h>
#include <stdlib.h>
#include <sys/ptrace.h>
#include <sys/wait.h>

enum {
	SYSCALL = 0x050f, INT80 = 0x80cd,	/* the instructions */
	I386_EXIT = 1, I386_EXIT_GROUP = 252
};

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
		.result = result, .returned = returned,
		.object = region ? region->object : ~(size_t)0
	};
	call_registers(made->arguments, made->number, before);
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

uint64_t steps_number(const struct steps *steps,
		      const struct registers *before)
{
	uint32_t number = (uint32_t)before->rax;

	switch (ptrace(PTRACE_PEEKTEXT, steps->pid, (void *)before->rip,
		       NULL) & 0xffff) {
	case SYSCALL:
		return number;
	case INT80:
		return number | CALL_I386;
	}
	return CALLS_NOT;
}

void steps_see_maps(struct steps *steps, uint64_t number)
{
	switch (number) {
	case __NR_mmap:
	case __NR_mprotect:
	case __NR_munmap:
	case __NR_mremap:
		steps_read_maps(steps);
		break;
	default:
		if (number & CALL_I386)
			steps_read_maps(steps);
	}
}

/* Both are two bytes; behind a call orig_rax is its number, and else negative.
 * rt_sigreturn goes on elsewhere. */
void steps_look_at_call(struct steps *steps, struct registers *before,
			const struct registers *now)
{
	if (before->rax != __NR_rt_sigreturn &&
	    (now->rip != before->rip + 2 ||
	     (now->rcx != now->rip && (int64_t)now->orig_rax < 0)))
		return;
	before->rax = steps_number(steps, before);
	if (before->rax == CALLS_NOT)
		return;
	steps_keep_call(steps, before, true, now->rax);
	steps_see_maps(steps, before->rax);
}

void steps_keep_exec(struct steps *steps, struct registers *call)
{
	if (call->rax != __NR_execve && call->rax != __NR_execveat)
		call->rax |= CALL_I386;
	steps_keep_call(steps, call, true, 0);
}

/* Without a signal nothing but a call ends a process. */
void steps_keep_end(struct steps *steps, struct registers *call, bool in_call)
{
	if (!in_call && !WIFEXITED(steps->status))
		return;
	if ((call->rax == I386_EXIT || call->rax == I386_EXIT_GROUP) &&
	    !in_call && (int)(call->rbx & 0xff) == WEXITSTATUS(steps->status))
		call->rax |= CALL_I386;
	switch (call->rax) {
	case __NR_exit:
	case __NR_exit_group:
	case I386_EXIT | CALL_I386:
	case I386_EXIT_GROUP | CALL_I386:
		steps->phase = PHASE_EXIT;
		in_call = true;
	}
	if (in_call)
		steps_keep_call(steps, call, false, 0);
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
