/*
 * premain/diff/diff_take.c
 *
 * A line becomes an event with its key, its role and its explanation; and when
 * all are there, each process's stand together.
 */
#include "premain/diff/diff.h"

#include <stdlib.h>
#include <string.h>

/* A text of its own; "" where there is none. */
static char *keep(struct diff_side *side, struct text *text)
{
	char *bytes = strdup(text_string(text));

	side->lost = side->lost || text->lost || !bytes;
	text_free(text);
	return bytes;
}

static char *keep_line(struct diff_side *side, const struct trace_line *line)
{
	struct text text = {0};

	trace_put_line(&text, line);
	return keep(side, &text);
}

static struct diff_event *add(struct diff_side *side)
{
	size_t room = side->room ? side->room * 2 : 256;
	struct diff_event *events;

	if (side->count == DIFF_EVENTS) {
		side->cut = true;
		return NULL;
	}
	if (side->count == side->room) {
		events = reallocarray(side->events, room, sizeof *events);
		if (!events) {
			side->lost = true;
			return NULL;
		}
		side->events = events;
		side->room = room;
	}
	return &side->events[side->count++];
}

/* The place of a process in the side's list; PROCESSES: there is no more. */
static size_t find_process(struct diff_side *side, unsigned int pid)
{
	size_t i;

	for (i = 0; i < side->pid_count; i++)
		if (side->pids[i] == pid)
			return i;
	if (i < PROCESSES) {
		side->pids[i] = pid;
		side->parents[i] = PROCESSES;
		side->pid_count++;
	}
	return i;
}

/* Whose child it is, and the how manieth, its parent's call says. */
static void note_child(struct diff_side *side, const struct trace_line *line)
{
	struct call call;
	size_t child;

	call_split(&call, line, 0);
	if (!(call_is(&call, "fork") || call_is(&call, "vfork") ||
	      call_is(&call, "clone") || call_is(&call, "clone3")) ||
	    call.result <= 0 || line->failed)
		return;
	child = find_process(side, (unsigned int)call.result);
	if (child == PROCESSES)
		return;
	side->parents[child] = find_process(side, line->pid);
	side->births[child] = ++side->birth_count;
}

static int compare_events(const void *left, const void *right)
{
	const struct diff_event *a = left, *b = right;

	if (a->process != b->process)
		return a->process < b->process ? -1 : 1;
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
		child = PROCESSES;
		for (size_t i = 0; i < side->pid_count; i++)
			if (side->parents[i] == process && i != process &&
			    !numbers[i] && side->births[i] > birth &&
			    (child == PROCESSES ||
			     side->births[i] < side->births[child]))
				child = i;
		if (child < PROCESSES) {
			birth = side->births[child];
			number_processes(side, child, numbers, next);
		}
	} while (child < PROCESSES);
}

/*
 * Each process's events behind each other, parents before children: which of
 * two runs first, the kernel decides anew each time.
 */
static void sort_events(struct diff_side *side)
{
	size_t numbers[PROCESSES + 1] = {0}, next = 0;

	for (size_t i = 0; i < side->pid_count; i++)
		if (!numbers[i] && side->parents[i] == PROCESSES)
			number_processes(side, i, numbers, &next);
	numbers[PROCESSES] = PROCESSES + 1;
	for (size_t i = 0; i < side->count; i++)
		side->events[i].process = numbers[side->events[i].process];
	if (side->count)
		qsort(side->events, side->count, sizeof *side->events,
		      compare_events);
}

/* When a parent hears of a child's end, the kernel decides each time. */
static bool is_asynchronous(const struct trace_line *line)
{
	static const char chld[] = "--- SIGCHLD", sigreturn[] = "rt_sigreturn";

	if (line->kind == TRACE_SIGNAL)
		return line->arguments.length >= sizeof chld - 1 &&
		       memcmp(line->arguments.at, chld, sizeof chld - 1) == 0;
	return line->name.length == sizeof sigreturn - 1 &&
	       memcmp(line->name.at, sigreturn, sizeof sigreturn - 1) == 0;
}

void diff_take(void *to, const struct trace_line *line,
	       unsigned long long number)
{
	struct diff_taker *taker = to;
	struct diff_side *side = taker->side;
	struct diff_event *event;
	struct explanation explanation;
	struct text key = {0}, name = {0}, object = {0};
	enum diff_role role;

	if (line->kind == TRACE_NOTE || line->kind == TRACE_OUTPUT ||
	    is_asynchronous(line))
		return;
	event = add(side);
	put_key(&key, line, &taker->explainer);
	role = diff_role(&object, line, &taker->explainer);
	explain_line(&taker->explainer, line, number, &explanation);
	if (line->kind == TRACE_CALL) {
		text_put_visible(&name, line->name.at, line->name.length);
		note_child(side, line);
	}
	if (event)
		*event = (struct diff_event){
			.number = number,
			.process = find_process(side, line->pid),
			.phase = explanation.phase, .role = role,
			.failed = line->failed, .name = keep(side, &name),
			.object = keep(side, &object),
			.key = keep(side, &key),
			.text = keep_line(side, line),
			.sentence = keep(side, &explanation.sentence)};
	text_free(&key);
	text_free(&name);
	text_free(&object);
	text_free(&explanation.sentence);
}

void diff_taken(struct diff_taker *taker)
{
	explainer_free(&taker->explainer);
	sort_events(taker->side);
}
