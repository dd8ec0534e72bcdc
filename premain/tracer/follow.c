/*
 * premain/tracer/follow.c
 *
 * A stop at each call's entry and return, of the program and of all that it
 * starts. Calls of several tasks may overlap: a line is written when a call
 * returns, with what was in the registers when it began.
 * Source: ptrace(2), Syscall-stops, PTRACE_O_TRACEFORK, execve under ptrace.
 */
#include "premain/tracer/tracer.h"
#include "premain/run/run.h"

#include <errno.h>
#include <linux/audit.h>
#include <signal.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
	OPTIONS = PTRACE_O_TRACESYSGOOD | PTRACE_O_TRACEFORK |
		  PTRACE_O_TRACEVFORK | PTRACE_O_TRACECLONE |
		  PTRACE_O_TRACEEXEC | PTRACE_O_EXITKILL
};

/* The place of a task; a new one's if it is not there yet. */
static struct task *find_task(struct tracer *tracer, int pid)
{
	struct task *place = NULL;

	for (size_t i = 0; i < TASKS; i++) {
		if (tracer->tasks[i].pid == pid)
			return &tracer->tasks[i];
		if (!place && tracer->tasks[i].pid == 0)
			place = &tracer->tasks[i];
	}
	if (place)
		*place = (struct task){.pid = pid};
	else
		tracer->crowded = true;
	return place;
}

/* A 64-bit program may make 32-bit calls, whose numbers are others: the kernel
 * says which it is (since Linux 5.3). */
static bool is_foreign(int pid)
{
	struct ptrace_syscall_info info;

	return ptrace(PTRACE_GET_SYSCALL_INFO, pid, (void *)sizeof info,
		      &info) > 0 && info.arch != AUDIT_ARCH_X86_64;
}

static void see_call(struct tracer *tracer, struct task *task)
{
	struct registers now;

	if (ptrace(PTRACE_GETREGS, task->pid, NULL, &now) != 0)
		return;
	if (task->in_call) {
		put_call_line(tracer, task, &now);
	} else {
		task->entry = now;
		task->foreign = is_foreign(task->pid);
	}
	task->in_call = !task->in_call;
}

/* A thread that has called execve goes on under its process's number. */
static void see_exec(struct tracer *tracer, struct task *task)
{
	unsigned long former = 0;
	struct task *thread;

	if (ptrace(PTRACE_GETEVENTMSG, task->pid, NULL, &former) != 0 ||
	    (int)former == task->pid)
		return;
	thread = find_task(tracer, (int)former);
	if (!thread)
		return;
	if (task->in_call)
		put_call_line(tracer, task, NULL);
	put_heir_line(tracer, task->pid, thread->pid);
	task->entry = thread->entry;
	task->in_call = thread->in_call;
	thread->pid = 0;
}

/* The end of a task, in whose last call it has never returned. */
static void see_end(struct tracer *tracer, struct task *task, int pid,
		    int status)
{
	if (task && task->in_call)
		put_call_line(tracer, task, NULL);
	put_end_line(tracer, pid, status);
	if (task)
		task->pid = 0;
	if (pid == tracer->first)
		tracer->status = status;
}

/* The signal to go on with: one that the kernel has not made for us. */
static unsigned long see_stop(struct tracer *tracer, struct task *task,
			      int pid, int status)
{
	int number = WSTOPSIG(status);

	if (number == (SIGTRAP | 0x80)) {
		if (task)
			see_call(tracer, task);
		return 0;
	}
	if (status >> 16 == PTRACE_EVENT_EXEC && task)
		see_exec(tracer, task);
	if (status >> 16)
		return 0;		/* fork, clone, exec */
	if (number == SIGSTOP && task && !task->entry.rip)
		return 0;		/* a new task's first stop */
	put_signal_line(tracer, pid, number);
	return (unsigned long)number;
}

static void follow_all(struct tracer *tracer)
{
	int status, pid;

	while ((pid = wait4(-1, &status, __WALL, NULL)) > 0 ||
	       (pid < 0 && errno == EINTR)) {
		struct task *task;
		unsigned long number;

		if (pid < 0)
			continue;
		task = find_task(tracer, pid);
		if (!WIFSTOPPED(status)) {
			see_end(tracer, task, pid, status);
			continue;
		}
		number = see_stop(tracer, task, pid, status);
		ptrace(PTRACE_SYSCALL, pid, NULL, (void *)number);
	}
}

const char *tracer_follow(struct tracer *tracer, const char *program,
			  char *const *command)
{
	const char *wrong;
	int error;

	wrong = run_start_traced(program, command, &tracer->first, &error);
	if (wrong) {
		if (error)
			put_exec_line(tracer, program, error);
		return wrong;
	}
	ptrace(PTRACE_SETOPTIONS, tracer->first, NULL, (void *)OPTIONS);
	put_exec_line(tracer, program, 0);
	find_task(tracer, tracer->first);
	ptrace(PTRACE_SYSCALL, tracer->first, NULL, NULL);
	follow_all(tracer);
	if (tracer->crowded)
		return "it had too many tasks at once: not all are shown";
	return tracer->failed ? "its lines cannot be written" : NULL;
}
