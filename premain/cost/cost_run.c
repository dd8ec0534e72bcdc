/*
 * premain/cost/cost_run.c
 *
 * Runs a program, and looks at its memory in the last moment that it has any:
 * the stop before a task exits. Threads are followed, for the last one has to
 * be told; processes that it starts are not. Source: ptrace(2),
 * PTRACE_O_TRACEEXIT.
 */
#include "premain/cost/run.h"
#include "premain/run/run.h"
#include "premain/steps/registers.h"

#include <asm/unistd.h>
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
	OPTIONS = PTRACE_O_TRACEEXIT | PTRACE_O_TRACEEXEC |
		  PTRACE_O_TRACECLONE | PTRACE_O_EXITKILL
};

static volatile sig_atomic_t watched, time_is_over;

/* Whoever is stopped can be looked at before it is ended. */
static void stop_it(int number)
{
	(void)number;
	time_is_over = 1;
	kill(watched, SIGSTOP);
}

/* Whether the memory goes with this task: it is the last one, or all exit. */
static bool is_the_end(const struct cost_run *run, int task)
{
	struct registers registers;
	unsigned long code = 0;

	if (run->threads <= 1)
		return true;
	if (ptrace(PTRACE_GETEVENTMSG, task, NULL, &code) == 0 && code & 0x7f)
		return true;			/* a signal ends all */
	return ptrace(PTRACE_GETREGS, task, NULL, &registers) == 0 &&
	       registers.orig_rax == __NR_exit_group;
}

static void measure(struct cost_run *run, int task)
{
	run->wrong = cost_run_read(run, task);
	read_faults(run->pid, run->totals);
	run->totals[RUN_MINOR] -= run->before[RUN_MINOR];
	run->totals[RUN_MAJOR] -= run->before[RUN_MAJOR];
	run->measured = !run->wrong;
}

/* The signal to go on with. */
static unsigned long see_stop(struct cost_run *run, int task, int status)
{
	int number = WSTOPSIG(status);

	switch (status >> 16) {
	case PTRACE_EVENT_EXIT:
		if (!run->measured && is_the_end(run, task))
			measure(run, task);
		run->threads--;
		return 0;
	case PTRACE_EVENT_CLONE:
		run->threads++;
		return 0;
	case PTRACE_EVENT_EXEC:		/* another program: from here on */
		run->threads = 1;
		read_faults(run->pid, run->before);
		return 0;
	}
	if (number == SIGSTOP && task != run->pid)
		return 0;		/* a new thread's first stop */
	if (number == SIGSTOP && time_is_over && !run->timed_out) {
		run->timed_out = true;
		measure(run, task);
		kill(run->pid, SIGKILL);
		return 0;
	}
	return (unsigned long)number;
}

static void follow(struct cost_run *run)
{
	int status, task;

	run->wrong = "its memory was gone before it could be read";
	read_faults(run->pid, run->before);
	ptrace(PTRACE_CONT, run->pid, NULL, NULL);
	while ((task = wait4(-1, &status, __WALL, NULL)) > 0 ||
	       (task < 0 && errno == EINTR)) {
		unsigned long number;

		if (task < 0)
			continue;
		if (task == run->pid && !WIFSTOPPED(status)) {
			run->status = status;
			break;
		}
		if (!WIFSTOPPED(status))
			continue;
		number = see_stop(run, task, status);
		ptrace(PTRACE_CONT, task, NULL, (void *)number);
	}
}

/* Interrupts are the program's: what it has then, is shown. */
static void follow_undisturbed(struct cost_run *run, unsigned int limit)
{
	void (*interrupt)(int) = signal(SIGINT, SIG_IGN);
	void (*quit)(int) = signal(SIGQUIT, SIG_IGN);

	watched = run->pid;
	time_is_over = 0;
	signal(SIGALRM, stop_it);
	alarm(limit);
	follow(run);
	alarm(0);
	signal(SIGQUIT, quit);
	signal(SIGINT, interrupt);
}

const char *cost_run(struct cost_run *run, const char *program,
		     char *const *command, unsigned int limit)
{
	const char *wrong;
	int error;

	prctl(PR_SET_CHILD_SUBREAPER, limit != 0, 0, 0, 0);
	run->threads = 1;
	wrong = run_start_traced(program, command, &run->pid, &error);
	if (wrong)
		return wrong;
	ptrace(PTRACE_SETOPTIONS, run->pid, NULL, (void *)OPTIONS);
	follow_undisturbed(run, limit);
	if (run->timed_out)
		run_end_all(run->pid);	/* what it has started, too */
	return run->wrong;
}

void cost_run_free(struct cost_run *run)
{
	for (size_t i = 0; i < run->count; i++)
		free(run->regions[i].pages);
	free(run->regions);
	text_free(&run->smaps);
}
