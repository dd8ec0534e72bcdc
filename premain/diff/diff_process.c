/*
 * premain/diff/diff_process.c
 *
 * The processes of a log, in the order of their making, and what has to be
 * known of each to tell chance from what the program does.
 */
#include "premain/diff/diff.h"

#include <stdlib.h>
#include <string.h>

size_t diff_process(struct diff_side *side, unsigned int pid)
{
	size_t i;

	for (i = 0; i < side->pid_count; i++)
		if (side->pids[i] == pid)
			return i;
	if (i < DIFF_PROCESSES) {
		side->pids[i] = pid;
		side->parents[i] = DIFF_PROCESSES;
		side->pid_count++;
	}
	return i;
}

/* Whose child it is, and the how manieth, its parent's call says. What a
 * signal does, a child has from its parent. */
static void note_child(struct diff_side *side, const struct call *call)
{
	size_t child = diff_process(side, (unsigned int)call->result);
	size_t parent = diff_process(side, call->line->pid);

	if (child == DIFF_PROCESSES || child == parent)
		return;
	side->parents[child] = parent;
	side->births[child] = ++side->birth_count;
	side->handles[child] = parent < DIFF_PROCESSES &&
			       side->handles[parent];
}

/* A name that open has made up itself, for nobody had it. */
static void note_name(struct diff_side *side, const struct call *call)
{
	char *name = side->made[side->made_count % DIFF_NAMES];

	if (call_has(call, 2, "O_EXCL") && call_path(call, 1, name))
		side->made_count++;
}

void diff_note_process(struct diff_side *side, const struct trace_line *line)
{
	size_t process = diff_process(side, line->pid);
	struct call call;

	if (line->kind != TRACE_CALL || line->failed)
		return;
	call_split(&call, line, 0);
	if (call_is_in(&call, " fork vfork clone clone3 ") &&
	    call.result > 0)
		note_child(side, &call);
	else if (call_is(&call, "openat"))
		note_name(side, &call);
	else if (call_is_in(&call, " getpid gettid getppid ") &&
		 call.result > 0)	/* a log without numbers of its own */
		diff_process(side, (unsigned int)call.result);
	if (process == DIFF_PROCESSES)
		return;
	if (call_is(&call, "execve"))
		side->handles[process] = side->handling[process] = false;
	if (call_is(&call, "rt_sigaction") && call_has(&call, 0, "SIGCHLD") &&
	    call.count > 1 && call.arguments[1].at[0] == '{')
		side->handles[process] = !call_has(&call, 1, "SIG_DFL") &&
					 !call_has(&call, 1, "SIG_IGN");
}

static int compare_events(const void *left, const void *right)
{
	const struct diff_event *a = left, *b = right;

	if (a->process != b->process)
		return a->process < b->process ? -1 : 1;
	if (a->late != b->late)
		return a->late ? 1 : -1;
	if (a->late && strcmp(a->key, b->key) != 0)
		return strcmp(a->key, b->key);
	if (a->number != b->number)
		return a->number < b->number ? -1 : 1;
	return 0;
}

/* Numbers a process and, in the order of their births, its children. */
static void number_processes(const struct diff_side *side, size_t process,
			     size_t *numbers, size_t *next)
{
	size_t birth = 0, child;

	numbers[process] = ++*next;
	do {
		child = DIFF_PROCESSES;
		for (size_t i = 0; i < side->pid_count; i++)
			if (side->parents[i] == process && i != process &&
			    !numbers[i] && side->births[i] > birth &&
			    (child == DIFF_PROCESSES ||
			     side->births[i] < side->births[child]))
				child = i;
		if (child < DIFF_PROCESSES) {
			birth = side->births[child];
			number_processes(side, child, numbers, next);
		}
	} while (child < DIFF_PROCESSES);
}

/*
 * Each process's events behind each other, parents before children: which of
 * two runs first, the kernel decides anew each time.
 */
void diff_sort(struct diff_side *side)
{
	size_t numbers[DIFF_PROCESSES + 1] = {0}, next = 0;

	for (size_t i = 0; i < side->pid_count; i++)
		if (!numbers[i] && side->parents[i] == DIFF_PROCESSES)
			number_processes(side, i, numbers, &next);
	numbers[DIFF_PROCESSES] = DIFF_PROCESSES + 1;
	for (size_t i = 0; i < side->count; i++)
		side->events[i].process = numbers[side->events[i].process];
	if (side->count)
		qsort(side->events, side->count, sizeof *side->events,
		      compare_events);
}
