/*
 * premain/steps/steps_run.c
 *
 * One instruction, one stop, until the program ends: exact on every machine,
 * also where the processor has no counters to offer. A `rep` stops after each
 * round. Only the first thread is followed; what it starts runs on its own.
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

static void run_to_the_end(struct steps *steps)
{
	struct registers before, now;
	unsigned long number = 0;	/* of a signal to deliver */
	bool began;			/* execve has succeeded just now */

	if (!steps_registers(steps, &now))
		return;
	for (;;) {
		if (steps->total == steps->limit) {
			steps->limited = true;
			kill(steps->pid, SIGKILL);
			waitpid(steps->pid, &steps->status, 0);
			return;
		}
		steps_set_phase(steps, &now);
		count_step(steps, now.rip);
		before = now;
		if (!step(steps, &number, &began))
			break;
		if (!steps_registers(steps, &now))
			return;
		if (began) {
			steps_keep_exec(steps, &before);
			steps_begin(steps);
		} else {
			steps_look_at_call(steps, &before, &now);
		}
	}
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
