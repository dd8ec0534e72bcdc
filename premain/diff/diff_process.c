/*
 * premain/diff/diff_process.c
 *
 * The processes of a log, in the order of their making, and what has to be
 * known of each to tell chance from what the program does.
 */
#include "premain/diff/diff.h"

#include <stdio.h>
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

/* What a signal does, a child has from its parent. Its first line may come
 * before the end of the call that has made it. */
void diff_note_child(struct diff_side *side, unsigned int pid,
		     unsigned int parent_pid)
{
	size_t child = diff_process(side, pid);
	size_t parent = diff_process(side, parent_pid);

	if (child == DIFF_PROCESSES || parent == DIFF_PROCESSES ||
	    child == parent || side->parents[child] != DIFF_PROCESSES)
		return;
	side->parents[child] = parent;
	side->born[side->birth_count++] = child;
	side->handles[child] = side->handles[parent];
}

/* A name that was made up, for nobody has it: behind random bytes, one that
 * is not there; a file that is to be new; and each folder that is made. */
static void note_name(struct diff_side *side, const struct call *call)
{
	char *name = side->made[side->made_count % DIFF_NAMES];
	bool first = call->arguments[0].at[0] == '"';
	struct trace_span path = call->arguments[!first];

	if (call->line->failed ?
	    !call_is_in(call, " newfstatat lstat ") || !is_random(side) :
	    call_is_in(call, " open openat ") ?
	    !call_flag(call, 2 - first, "O_EXCL", 0x80) :
	    !call_is_in(call, " mkdir mkdirat "))
		return;
	side->made_count++;
	name[0] = '\0';
	if (path.length > 2 && path.at[0] == '"')
		snprintf(name, EXPLAIN_PATH, "%.*s", (int)path.length - 2,
			 path.at + 1);
}

void diff_note_process(struct diff_side *side, const struct call *call)
{
	const struct trace_line *line = call->line;
	size_t process = diff_process(side, line->pid);

	if (line->kind != TRACE_CALL)
		return;
	if (call->count > 1)
		note_name(side, call);
	if (line->failed)
		return;
	if (call->result > 0 && makes_task(line->name))
		diff_note_child(side, (unsigned int)call->result, line->pid);
	else if (span_starts_any(line->name, "getp\0gettid\0getsid\0"
				 "set_tid\0"))
		diff_process(side, (unsigned int)call->result);
	else if (span_number(line->arguments, "st_size=",
			     &side->sizes[side->size_count % DIFF_NAMES]))
		side->size_count++;
	if (call_is(call, "execve"))
		side->handles[process] = side->handling[process] = false;
	if (call_is(call, "rt_sigaction") && call_has(call, 0, "SIGCHLD") &&
	    call->count > 1 && call->arguments[1].at[0] == '{')
		side->handles[process] = !call_has(call, 1, "SIG_DFL") &&
					 !call_has(call, 1, "SIG_IGN");
}

static int compare_events(const void *left, const void *right)
{
	const struct diff_event *a = left, *b = right;
	size_t one = 2 * a->process + a->late;
	size_t other = 2 * b->process + b->late;
	int order = a->late ? strcmp(a->key, b->key) : 0;

	if (one != other)
		return one < other ? -1 : 1;
	return order ? order : a->number < b->number ? -1 : 1;
}

/* Numbers a process and, in the order of their births, its children. */
static void number_processes(const struct diff_side *side, size_t process,
			     size_t *numbers, size_t *next)
{
	numbers[process] = ++*next;
	for (size_t i = 0; i < side->birth_count; i++)
		if (side->parents[side->born[i]] == process)
			number_processes(side, side->born[i], numbers, next);
}

/* How much memory threads ask for, and how long they wait. */
static bool is_of_threads(const struct diff_event *event)
{
	return event->role == ROLE_MEMORY ||
	       name_is_in(event->name, strlen(event->name), " getrusage "
			  "clock_gettime clock_nanosleep nanosleep "
			  "sched_yield ");
}

/*
 * Each process's events behind each other, parents before children: which of
 * two runs first, the kernel decides anew each time.
 */
void diff_sort(struct diff_side *side)
{
	size_t numbers[DIFF_PROCESSES + 1] = {0}, next = 0;
	bool threaded[DIFF_PROCESSES + 1] = {false};

	for (size_t i = 0; i < side->pid_count; i++)
		if (side->parents[i] == DIFF_PROCESSES)
			number_processes(side, i, numbers, &next);
	numbers[DIFF_PROCESSES] = DIFF_PROCESSES + 1;
	for (size_t i = 0; i < side->count; i++) {
		struct diff_event *event = &side->events[i];

		threaded[event->group] |= event->threaded;
		event->threaded = threaded[event->group];
		event->chance |= event->threaded && is_of_threads(event);
		event->process = numbers[event->process];
		event->group = numbers[event->group];
	}
	if (side->count)
		qsort(side->events, side->count, sizeof *side->events,
		      compare_events);
}
