/*
 * premain/explain/tasks.c
 *
 * Which process a line belongs to: its pid says so, if it has one. Threads
 * share one process; a child begins with all that its parent has, even where
 * its first line stands before the end of the call that has made it.
 */
#include "premain/explain/explain.h"

#include <stdlib.h>
#include <string.h>

static bool make_room(struct explainer *explainer)
{
	if (explainer->tasks)
		return true;
	explainer->processes = calloc(PROCESSES,
				      sizeof *explainer->processes);
	explainer->tasks = calloc(TASKS, sizeof *explainer->tasks);
	if (explainer->processes && explainer->tasks)
		return true;
	free(explainer->processes);
	free(explainer->tasks);
	explainer->processes = NULL;
	explainer->tasks = NULL;
	explainer->lost = true;
	return false;
}

/* Tasks whose numbers leave the same rest hang on one chain: here is what leads
 * to the one with this number, or the chain's end. */
static unsigned short *link_of(struct explainer *explainer, unsigned int pid)
{
	unsigned short *link = &explainer->chains[pid % TASKS];

	while (*link && explainer->tasks[*link - 1].pid != pid)
		link = &explainer->tasks[*link - 1].next;
	return link;
}

struct task *find_task(struct explainer *explainer, unsigned int pid)
{
	unsigned short place = explainer->tasks ? *link_of(explainer, pid) : 0;

	return place ? &explainer->tasks[place - 1] : NULL;
}

/* What is hung on its chain has its number from now on. */
static void hang(struct explainer *explainer, struct task *task,
		 unsigned int pid)
{
	unsigned short *first = &explainer->chains[pid % TASKS];

	task->pid = pid;
	task->next = *first;
	*first = (unsigned short)(task - explainer->tasks + 1);
}

/* What was its end word may still be asked for. */
void task_end(struct explainer *explainer, struct task *task)
{
	size_t place = (size_t)(task - explainer->tasks);

	*link_of(explainer, task->pid) = task->next;
	explainer->tasks_used[place] = false;
	if (explainer->last_task == task)
		explainer->last_task = NULL;
	if (--task->process->tasks == 0)
		explainer->processes_used[task->process -
					  explainer->processes] = false;
}

/* A place that is free, or that of the oldest. */
static size_t take_place(bool *used, size_t places, size_t *oldest)
{
	const bool *from = used + *oldest;
	const bool *place = memchr(from, false, places - *oldest);

	if (!place)
		place = memchr(used, false, *oldest);
	if (!place)
		place = from;
	*oldest = (size_t)(place + 1 - used) % places;
	return (size_t)(place - used);
}

/* The oldest is forgotten, with all its threads. */
static struct traced *new_process(struct explainer *explainer,
				  unsigned int pid)
{
	size_t place = take_place(explainer->processes_used, PROCESSES,
				  &explainer->oldest);
	struct traced *process = &explainer->processes[place];

	for (size_t i = 0; i < TASKS && process->tasks; i++)
		if (explainer->tasks_used[i] &&
		    explainer->tasks[i].process == process)
			task_end(explainer, &explainer->tasks[i]);
	memset(process, 0, offsetof(struct traced, descriptors));
	explainer->processes_used[place] = process->seen = true;
	process->pid = pid;
	process->phase = EXPLAIN_PHASES;	/* its first line will say */
	return process;
}

static struct task *new_task(struct explainer *explainer, unsigned int pid,
			     struct traced *process)
{
	size_t place;
	struct task *task;

	process->tasks++;		/* before the oldest of it may go */
	place = take_place(explainer->tasks_used, TASKS,
			   &explainer->oldest_task);
	task = &explainer->tasks[place];
	if (explainer->tasks_used[place])
		task_end(explainer, task);
	*task = (struct task){.process = process};
	hang(explainer, task, pid);
	explainer->tasks_used[place] = true;
	return task;
}

bool makes_task(struct trace_span name)
{
	return span_is(name, "clone") || span_is(name, "clone3") ||
	       span_is(name, "fork") || span_is(name, "vfork");
}

static struct task *make_child(struct explainer *explainer,
			       struct task *parent, unsigned int pid,
			       bool thread)
{
	struct traced *process = parent->process;
	struct task *task;

	if (!thread) {
		process = new_process(explainer, pid);
		if (process != parent->process) { /* it is not forgotten */
			process_copy(process, parent->process);
			process->tasks = 0;
			process->pid = pid;
		}
	}
	task = new_task(explainer, pid, process);
	task->thread = thread;
	task->whole = true;
	return task;
}

/* A flag by its word, or among a number's bits: no pointer is so small. */
bool clone_has(struct trace_span arguments, const char *word, uint64_t bit)
{
	uint64_t flags;

	return span_has(arguments, word) ||
	       ((span_number(arguments, "flags=", &flags) ||
		 span_number(arguments, "", &flags)) &&
		flags >> 33 == 0 && (flags & bit));
}

static bool is_thread(struct trace_span arguments)
{
	return clone_has(arguments, "CLONE_THREAD", 0x10000);
}

struct trace_line open_line(const struct trace_open *open)
{
	return (struct trace_line){
		.pid = open->pid, .name = {open->name, strlen(open->name)},
		.arguments = {text_string(&open->arguments),
			      open->arguments.length}
	};
}

/* The only one whose fork has begun, and has no result yet. */
static struct task *find_parent(struct explainer *explainer, bool *thread)
{
	const struct trace *trace = explainer->trace;
	struct task *parent = NULL;

	for (size_t i = 0; trace && trace->open_count && i < TRACE_OPEN;
	     i++) {
		struct trace_line line = open_line(&trace->open[i]);
		struct task *task;

		if (!makes_task(line.name))
			continue;
		task = find_task(explainer, line.pid);
		if (parent || !task)
			return NULL;
		parent = task;
		*thread = is_thread(line.arguments);
	}
	return parent;
}

/* On a terminal strace names no pid while there is one process only. */
static struct task *without_pid(struct explainer *explainer)
{
	struct task *only = NULL;

	for (size_t i = 0; i < TASKS; i++) {
		if (!explainer->tasks_used[i])
			continue;
		if (only)
			return NULL;
		only = &explainer->tasks[i];
	}
	return only;
}

static struct task *unseen(struct explainer *explainer,
			   const struct trace_line *line)
{
	struct task *task = find_task(explainer, 0), *parent = NULL;
	bool thread = false;

	if (line->pid == 0)
		task = without_pid(explainer);
	else if (!makes_task(line->name))
		parent = find_parent(explainer, &thread);
	if (parent) {
		task = make_child(explainer, parent, line->pid, thread);
		task->parent = parent->pid ? parent->pid : line->pid;
		return task;
	}
	if (!task)
		return new_task(explainer, line->pid,
				new_process(explainer, line->pid));
	if (line->pid) {	/* so this is what it is called */
		*link_of(explainer, 0) = task->next;
		hang(explainer, task, line->pid);
		task->process->pid = line->pid;
	}
	return task;
}

struct task *explainer_task(struct explainer *explainer,
			    const struct trace_line *line)
{
	struct task *task = explainer->last_task;

	if (task && task->pid == line->pid)
		return task;
	if (!make_room(explainer))
		return NULL;
	task = find_task(explainer, line->pid);
	if (!task)
		task = unseen(explainer, line);
	explainer->last_task = task;
	return task;
}

/* Where the kernel tells of a thread's end: child_tid=0x7fa6c7554990. */
static void note_end_word(struct task *task, struct trace_span arguments)
{
	if (task->thread &&
	    !span_number(arguments, "child_tid=", &task->end_word))
		span_number(arguments, "child_tidptr=", &task->end_word);
}

/* A number that was used before belongs to the new child now. */
void task_fork(const struct scene *scene)
{
	const struct call *call = scene->call;
	struct task *task, *parent = scene->task;
	unsigned int pid = (unsigned int)call->result;

	if (call->result <= 0 || call->line->failed || pid == parent->pid)
		return;
	for (size_t i = 0; i < TASKS; i++) {
		task = &scene->explainer->tasks[i];
		if (task->pid == pid && task->parent == parent->pid) {
			task->parent = 0;
			note_end_word(task, call->line->arguments);
			return;		/* its lines came first */
		}
	}
	task = find_task(scene->explainer, pid);
	if (task)
		task_end(scene->explainer, task);
	task = make_child(scene->explainer, parent, pid,
			  is_thread(call->line->arguments));
	note_end_word(task, call->line->arguments);
}
