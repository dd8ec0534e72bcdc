/*
 * premain/steps/steps_borders.c
 *
 * The phases without their steps: the program runs freely from one border to
 * the next, where int3 stands in the place of an instruction, and stops at
 * system calls. One border is set at a time, and is gone when it is met. What
 * the program starts gets its memory without it, and is let go.
 * Source: ptrace(2); Intel SDM vol. 3, 6.4.4 (int3).
 */
#include "premain/run/run.h"
#include "premain/steps/steps.h"

#include <signal.h>
#include <sys/ptrace.h>
#include <sys/wait.h>

enum {
	INT3 = 0xcc,
	GUESSES = 4096,		/* steps of a start that names no main */
	OPTIONS = PTRACE_O_TRACESYSGOOD | PTRACE_O_TRACEEXEC |
		  PTRACE_O_TRACEFORK | PTRACE_O_TRACEVFORK |
		  PTRACE_O_TRACECLONE
};

struct walk {
	struct steps *steps;
	uint64_t border;	/* 0: none is set */
	long word;		/* what stands there */
	bool in_call;
	bool returning;		/* from execve, which is told already */
	unsigned int guesses;
	unsigned long number;	/* of a signal to deliver */
	struct registers entry;	/* of the call that it is in */
};

static void poke(const struct walk *walk, int pid, long word)
{
	ptrace(PTRACE_POKETEXT, pid, (void *)walk->border, (void *)word);
}

static long with_int3(const struct walk *walk)
{
	return (walk->word & ~0xffL) | INT3;
}

static void set_border(struct walk *walk)
{
	const struct steps *steps = walk->steps;
	const uint64_t borders[PHASES] = {
		steps->entry, steps->main, steps->main_return, 0
	};

	if (walk->border || !borders[steps->phase])
		return;
	walk->border = borders[steps->phase];
	walk->word = ptrace(PTRACE_PEEKTEXT, steps->pid,
			    (void *)walk->border, NULL);
	poke(walk, steps->pid, with_int3(walk));
}

/* A new process has int3 in its memory too, a new thread has ours. */
static void let_go(struct walk *walk)
{
	unsigned long child = 0;
	int status, pid = walk->steps->pid;

	ptrace(PTRACE_GETEVENTMSG, pid, NULL, &child);
	if (!child || waitpid((int)child, &status, __WALL) < 0)
		return;
	if (walk->border)
		poke(walk, (int)child, walk->word);
	ptrace(PTRACE_DETACH, (int)child, NULL, NULL);
	if (walk->border)
		poke(walk, pid, with_int3(walk));
}

static void see_exec(struct walk *walk)
{
	steps_keep_exec(walk->steps, &walk->entry);
	walk->border = 0;		/* it went with the old program */
	walk->guesses = 0;
	walk->returning = walk->in_call;
	walk->in_call = false;
	steps_begin(walk->steps);
}

/* The entry of a call: as if `syscall` were still to be executed. */
static void see_call(struct walk *walk, const struct registers *stop)
{
	if (walk->returning) {
		walk->returning = false;
		return;
	}
	walk->in_call = !walk->in_call;
	if (walk->in_call) {
		walk->entry = *stop;
		walk->entry.rip -= 2;
		walk->entry.rax = stop->orig_rax;
		walk->entry.rax = steps_number(walk->steps, &walk->entry);
	} else {
		steps_keep_call(walk->steps, &walk->entry, true, stop->rax);
		steps_see_maps(walk->steps, walk->entry.rax);
	}
}

static bool at_border(const struct walk *walk, const struct registers *stop)
{
	return walk->border && stop->rip == walk->border + 1;
}

/* At a border, or behind one step of a start. */
static void see_trap(struct walk *walk, struct registers *before,
		     struct registers *stop)
{
	struct steps *steps = walk->steps;

	if (at_border(walk, stop)) {
		poke(walk, steps->pid, walk->word);
		walk->border = 0;
		stop->rip--;
		ptrace(PTRACE_SETREGS, steps->pid, NULL, stop);
	} else {
		steps_look_at_call(steps, before, stop);
	}
	steps_set_phase(steps, stop);
}

static void see_stop(struct walk *walk, struct registers *before,
		     struct registers *stop)
{
	int event = walk->steps->status >> 16;
	int number = WSTOPSIG(walk->steps->status);

	if (event == PTRACE_EVENT_EXEC)
		see_exec(walk);
	else if (event)
		let_go(walk);
	else if (number == (SIGTRAP | 0x80))
		see_call(walk, stop);
	else if (number == SIGTRAP && (at_border(walk, stop) ||
		 !steps_trap_is_sent(walk->steps)))
		see_trap(walk, before, stop);
	else
		walk->number = (unsigned long)number;
}

/* The next stop; false: there is no process any more. */
static bool go_on(struct walk *walk)
{
	struct steps *steps = walk->steps;
	bool guess = steps->phase == PHASE_START && !steps->main &&
		     walk->guesses++ < GUESSES;
	uint64_t begin = run_nanoseconds();
	bool there;

	there = ptrace(guess ? PTRACE_SINGLESTEP : PTRACE_SYSCALL, steps->pid,
		       NULL, (void *)walk->number) == 0 &&
		waitpid(steps->pid, &steps->status, 0) > 0;
	walk->number = 0;
	steps->times[steps->phase] += run_nanoseconds() - begin;
	return there && WIFSTOPPED(steps->status);
}

const char *steps_borders(struct steps *steps, char *const *command)
{
	struct walk walk = {.steps = steps};
	const char *wrong = steps_start(steps, command, OPTIONS);
	struct registers before, stop;

	if (wrong)
		return wrong;
	if (!steps_registers(steps, &stop))
		return "cannot be traced";
	steps_set_phase(steps, &stop);
	for (;;) {
		set_border(&walk);
		before = stop;
		if (!go_on(&walk) || !steps_registers(steps, &stop))
			break;
		see_stop(&walk, &before, &stop);
	}
	steps_keep_end(steps, walk.in_call ? &walk.entry : &before,
		       walk.in_call);
	return steps->lost ? "no memory for its calls" : NULL;
}
