/*
 * premain/explain/feed.c
 *
 * Some lines are explained by one that comes later: memory by the thread
 * pointer that is set into it, blocked signals by the thread that is made
 * next. Such a line is held, and what follows it, until that is known or too
 * much has come.
 */
#include "premain/explain/explain.h"

#include <stdlib.h>
#include <string.h>

struct held_line {
	struct trace_line line;		/* its spans point into bytes */
	unsigned long long number;
	char *bytes;
};

static void hand_on(struct explainer *explainer,
		    const struct trace_line *line, unsigned long long number)
{
	struct explanation *explanation = &explainer->explanation;

	explain_next(explainer, line, number, explanation);
	explainer->taker.take(explainer->taker.to, line, number, explanation);
}

static bool is_anonymous(const struct call *call)
{
	return call_flag(call, 3, "MAP_ANONYMOUS", 0x20) &&
	       call_flag(call, 2, "PROT_WRITE", 2) &&
	       !call_flag(call, 3, "MAP_FIXED", 0x10) &&
	       !call_flag(call, 3, "MAP_STACK", 0x20000);
}

/* Whether a line waits for others; and for which, in the ring's first. */
static bool waits(struct explainer *explainer, const struct trace_line *line)
{
	const struct task *task = explainer->last_task;
	struct call call;

	if (line->kind != TRACE_CALL || line->name.length < 3 ||
	    (!span_is(line->name, "mmap") && !span_is(line->name, "brk") &&
	     !span_is(line->name, "mmap2") &&
	     !span_is(line->name, "rt_sigprocmask")))
		return false;
	call_split(&call, line, 0);
	if (line->name.length > 5)
		return call_has(&call, 0, "SIG_BLOCK") &&
		       call.arguments[1].length &&
		       call.arguments[1].at[0] == '~';
	if (task && task->used && task->pid == line->pid &&
	    (task->process->running || task->process->thread_line))
		return false;
	return line->name.length == 3 ? !span_is(call.arguments[0], "NULL") :
					is_anonymous(&call);
}

/* What one later line of the same process says of the first that is held. */
static bool foresee(struct foresight *foresight, const struct call *first,
		    const struct trace_line *line, unsigned long long number)
{
	uint64_t start = (uint64_t)first->result, size = 65536, pointer;
	char path[EXPLAIN_PATH];
	struct call call;

	if (line->kind != TRACE_CALL || line->pid != first->line->pid)
		return false;
	call_split(&call, line, number);
	if (call_is(first, "rt_sigprocmask")) {
		foresight->next_line = number;
		foresight->next = makes_task(line->name) ? NEXT_CHILD :
			call_is(&call, "exit") || call_is(&call, "madvise") ?
			NEXT_END : NEXT_UNKNOWN;
		return true;
	}
	if ((call_path(&call, 0, path) || call_path(&call, 1, path)) &&
	    (strncmp(path_base(path), "ld.so.", 6) == 0 ||
	     (is_library(path) && span_is(line->name, "openat"))))
		foresight->glibc_loader = true;
	if (span_is(line->name, "open") || span_is(line->name, "openat"))
		return true;		/* so it was not the last thing */
	if (call_is(first, "brk"))
		start -= size;
	else
		call_number(first, 1, &size);
	if (call_is(&call, "set_tid_address")) {
		if (call_number(&call, 0, &pointer) && pointer - start < size)
			foresight->thread_word = number;
		return true;
	}
	if (!(call_is(&call, "set_thread_area") &&
	      (span_number(line->arguments, "base_addr=", &pointer) ||
	       span_number(line->arguments, "base_addr:", &pointer))) &&
	    !(call_is(&call, "arch_prctl") &&
	      (call_has(&call, 0, "ARCH_SET_FS") ||
	       call_has(&call, 0, "4098") || call_has(&call, 0, "0x1002")) &&
	      call_number(&call, 1, &pointer)))
		return false;
	if (pointer - start < size)
		foresight->thread_pointer = number;
	return true;
}

static struct held_line *held_line(struct explainer *explainer, size_t i)
{
	return &explainer->held[(explainer->held_first + i) % EXPLAIN_AHEAD];
}

/* The first is handed on, with what is known by then. */
static void release(struct explainer *explainer)
{
	struct held_line *held = held_line(explainer, 0);
	struct call first;

	call_split(&first, &held->line, held->number);
	for (size_t i = 1; i < explainer->held_count; i++)
		if (foresee(&explainer->foresight, &first,
			    &held_line(explainer, i)->line,
			    held_line(explainer, i)->number))
			break;
	hand_on(explainer, &held->line, held->number);
	explainer->foresight = (struct foresight){0};
	free(held->bytes);
	held->bytes = NULL;
	explainer->held_count--;
	explainer->held_first = (explainer->held_first + 1) % EXPLAIN_AHEAD;
}

static bool hold(struct explainer *explainer, const struct trace_line *line,
		 unsigned long long number)
{
	struct held_line *held;
	struct trace_span *spans[6];
	size_t length = 0;
	char *to;

	if (!explainer->held)
		explainer->held = calloc(EXPLAIN_AHEAD,
					 sizeof *explainer->held);
	if (!explainer->held)
		return false;
	held = held_line(explainer, explainer->held_count);
	held->line = *line;
	held->number = number;
	spans[0] = &held->line.time;
	spans[1] = &held->line.name;
	spans[2] = &held->line.arguments;
	spans[3] = &held->line.result;
	spans[4] = &held->line.error;
	spans[5] = &held->line.duration;
	for (size_t i = 0; i < 6; i++)
		length += spans[i]->length;
	to = held->bytes = malloc(length + 1);
	if (!to)
		return false;
	for (size_t i = 0; i < 6; i++) {
		if (spans[i]->length)
			memcpy(to, spans[i]->at, spans[i]->length);
		spans[i]->at = to;
		to += spans[i]->length;
	}
	explainer->held_count++;
	return true;
}

/* Those at the front that wait for nothing, or have what they wait for. */
static void settle(struct explainer *explainer)
{
	size_t i = explainer->held_count - 1;	/* the others had their turn */

	for (; explainer->held_count; release(explainer), i = 1) {
		struct held_line *held = held_line(explainer, 0);
		struct foresight foresight = {0};
		struct call first;
		bool known = !waits(explainer, &held->line);

		call_split(&first, &held->line, held->number);
		for (i += !i; i < explainer->held_count && !known; i++)
			known = foresee(&foresight, &first,
					&held_line(explainer, i)->line,
					held_line(explainer, i)->number);
		if (!known && explainer->held_count < EXPLAIN_AHEAD)
			return;
	}
}

void explainer_feed(struct explainer *explainer, const struct trace_line *line,
		    unsigned long long number)
{
	if ((explainer->held_count || waits(explainer, line)) &&
	    hold(explainer, line, number)) {
		if (line->kind == TRACE_CALL)	/* while its fork is open */
			explainer_task(explainer, line);
		settle(explainer);
		return;
	}
	explainer_end(explainer);
	hand_on(explainer, line, number);
}

void explainer_end(struct explainer *explainer)
{
	while (explainer->held_count)
		release(explainer);
}

void explainer_free(struct explainer *explainer)
{
	for (size_t i = 0; explainer->held && i < EXPLAIN_AHEAD; i++)
		free(explainer->held[i].bytes);
	free(explainer->held);
	free(explainer->processes);
	free(explainer->tasks);
	text_free(&explainer->explanation.sentence);
	explainer->held = NULL;
	explainer->held_count = 0;
	explainer->processes = NULL;
	explainer->tasks = NULL;
	explainer->last_task = NULL;
}
