/*
 * premain/steps/steps_run.c
 *
 * One instruction, one stop, until the program ends: exact on every machine,
 * also where the processor has no counters to offer. A `rep` stops after each
 * round. Only the first thread is followed; what it starts runs on its own. A
 * program that blocks SIGTRAP, as each handler of it does, gets it nevertheless
 * with each step, and has no handler any more: so the kernel has it.
 * Source: ptrace(2); Intel SDM vol. 3, 18.3.1.4.
 */
#include "premain/steps/steps.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/ptrace.h>
#include <sys/wait.h>

static void count_step(struct steps *steps, uint64_t address)
{
	struct region *region = steps_region(steps, address);

	steps->total++;
	steps->phases[steps->phase]++;
	if (!region) {
		steps_read_maps(steps);
		region = steps_region(steps, address);
		if (!region)
			return;
	}
	if (!region->counts) {
		region->counts = calloc((size_t)(region->end - region->start),
					sizeof *region->counts);
		if (!region->counts) {
			steps->lost = true;
			return;
		}
	}
	region->counts[address - region->start]++;
}

/* The next stop; false: there is no process any more. */
static bool step(struct steps *steps, unsigned long *number, bool *began)
{
	if (ptrace(PTRACE_SINGLESTEP, steps->pid, NULL,
		       (void *)*number) != 0 ||
	    waitpid(steps->pid, &steps->status, 0) < 0)
		return false;
	*began = steps->status >> 16 == PTRACE_EVENT_EXEC;
	*number = (unsigned long)WSTOPSIG(steps->status);
	if (*number == SIGTRAP)
		*number = 0;
	return WIFSTOPPED(steps->status);
}

/* A signal comes, and its handler is entered, in the place of a step: the
 * kernel hands over the number and, behind the return address, a ucontext. */
static bool has_stepped(const struct steps *steps, unsigned long delivered,
			unsigned long arrived, const struct registers *now)
{
	if (!WIFSTOPPED(steps->status))
		return WIFEXITED(steps->status);
	return !arrived && !(delivered && now->rdi == delivered &&
			     now->rdx == now->rsp + 8);
}

/* int3 is one byte; and behind a call orig_rax is not negative. */
static bool may_be_sent(const struct registers *before,
			const struct registers *now)
{
	return now->rip == before->rip + 1 || (int64_t)now->orig_rax >= 0;
}

static void run_to_the_end(struct steps *steps)
{
	struct registers before, now;
	unsigned long number = 0;	/* of a signal to deliver */
	bool began = false;		/* execve has succeeded just now */
	bool there;

	if (!steps_registers(steps, &now))
		return;
	do {
		unsigned long delivered = number;

		if (steps->total == steps->limit) {
			steps->limited = true;
			kill(steps->pid, SIGKILL);
			waitpid(steps->pid, &steps->status, 0);
			return;
		}
		steps_set_phase(steps, &now);
		before = now;
		there = step(steps, &number, &began);
		if (there && !steps_registers(steps, &now))
			return;
		if (has_stepped(steps, delivered, number, &now))
			count_step(steps, before.rip);
		if (there && !number && may_be_sent(&before, &now) &&
		    steps_trap_is_sent(steps))
			number = SIGTRAP;
		if (there && began) {
			steps_keep_exec(steps, &before);
			steps_begin(steps);
		} else if (there) {
			steps_look_at_call(steps, &before, &now);
		}
	} while (there);
	steps_keep_end(steps, &before, false);
}

const char *steps_run(struct steps *steps, char *const *command)
{
	const char *wrong = steps_start(steps, command, PTRACE_O_TRACEEXEC);

	if (wrong)
		return wrong;
	run_to_the_end(steps);
	steps_sum(steps);
	return steps->lost ? "no memory for its steps" : NULL;
}
