/*
 * premain/contract/number_processes.c
 *
 * Who made whom, the calls say that make processes: their results are the
 * numbers that the kernel has given, and those are other ones in each run. So
 * is the order in which several of them go on, which therefore counts for
 * nothing: a process's children stand in the order of its own calls.
 */
#include "premain/contract/contract.h"

#include <stdlib.h>
#include <string.h>

struct list {
	unsigned int *pids;
	size_t count;
};

/* The place of a process in the list, from 1 on. */
static size_t find(struct list *list, unsigned int pid)
{
	size_t i = 0;

	while (i < list->count && list->pids[i] != pid)
		i++;
	if (i == list->count)
		list->pids[list->count++] = pid;
	return i + 1;
}

static unsigned int child_of(const struct trace_event *event)
{
	const char *name = "fork\0vfork\0clone\0clone3\0";

	if (event->kind != TRACE_CALL || event->failed)
		return 0;
	while (*name && strcmp(event->name, name) != 0)
		name += strlen(name) + 1;
	return *name ? (unsigned int)strtoul(event->result, NULL, 0) : 0;
}

static void add_children(struct list *list, const struct trace *trace,
			 unsigned int parent)
{
	for (size_t i = 0; i < trace->count; i++) {
		unsigned int child = trace->events[i].pid == parent ?
				     child_of(&trace->events[i]) : 0;

		if (child)
			find(list, child);
	}
}

size_t number_processes(const struct trace *trace, size_t **numbers)
{
	struct list list = {calloc(2 * trace->count + 1, sizeof *list.pids), 0};

	*numbers = calloc(trace->count + 1, sizeof **numbers);
	if (!list.pids || !*numbers) {
		free(list.pids);
		return 0;
	}
	if (trace->count)
		find(&list, trace->events[0].pid);
	for (size_t i = 0; i < list.count; i++)
		add_children(&list, trace, list.pids[i]);
	for (size_t i = 0; i < trace->count; i++)	/* qemu's signals: 0 */
		(*numbers)[i] = i && !trace->events[i].pid ?
				(*numbers)[i - 1] :
				find(&list, trace->events[i].pid);
	free(list.pids);
	return list.count ? list.count : 1;
}
