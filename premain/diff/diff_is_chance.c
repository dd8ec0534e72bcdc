/*
 * premain/diff/diff_is_chance.c
 *
 * Lines that are there or not as the kernel lets processes run: who waits on
 * a futex, when a child's end is told, what a handler does then, what is begun
 * again after a signal; and random bytes, of which some are asked for anew.
 * Source: signal(7), futex(2); glibc's mkstemp.
 */
#include "premain/diff/diff.h"

#include <string.h>

/* Random bytes that this process has asked for just before. */
static bool is_again(const struct diff_side *side, size_t process,
		     const char *key)
{
	for (size_t i = side->count; i > 0; i--)
		if (side->events[i - 1].process == process)
			return strcmp(side->events[i - 1].key, key) == 0;
	return false;
}

/* A look whether a child has ended, and none has. */
static bool is_vain_wait(const struct call *call)
{
	return call_is(call, "wait4") && call_flag(call, 2, "WNOHANG", 1) &&
	       call->result <= 0;
}

/* A shell that is told of its children looks first whether one has ended, and
 * only if none has does it hold signals back to wait. */
static bool is_of_waiting(const struct call *call)
{
	return call_is_in(call, " rt_sigprocmask rt_sigsuspend ") ||
	       (call_is(call, "rt_sigaction") && call_has(call, 0, "SIGINT"));
}

/*
 * What lies beside the aligned part of a larger range is given back: how much
 * that is, and whether, is the address's doing. And a place for Python's
 * objects: when one is full, their addresses decide.
 */
bool is_by_address(const struct traced *process, const struct call *call)
{
	const struct mapping *mapping;
	uint64_t start, end;

	if (!call_number(call, 1, &end))
		return false;
	if (end == 1 << 20 && (call_is(call, "munmap") ||
			       call_flag(call, 3, "MAP_ANONYMOUS", 0x20)))
		return call_is_in(call, " mmap munmap ");
	if (!call_is(call, "munmap") || !call_number(call, 0, &start) ||
	    !(mapping = process_mapping(process, start)))
		return false;
	end = (start + end + 4095) & ~4095ULL;
	return mapping->rights[0] == '-' ||
	       (end <= mapping->end &&
		(start == mapping->start) != (end == mapping->end));
}

bool diff_is_chance(struct diff_side *side, const struct call *call,
		    const char *key, const struct task *task)
{
	const struct trace_line *line = call->line;
	size_t process = diff_process(side, line->pid);

	if (line->kind == TRACE_SIGNAL &&
	    span_starts(line->arguments, "--- SIGCHLD")) {
		side->handling[process] = side->handles[process];
		return true;
	}
	if (line->kind == TRACE_UNFINISHED)
		return task->process->tasks > 1;
	if (line->kind != TRACE_CALL || call_is_in(call, " exit exit_group "))
		return false;
	if (call_is(call, "rt_sigreturn")) {
		side->handling[process] = false;
		return true;
	}
	if (side->handles[process] && !line->failed &&
	    is_of_waiting(call))
		return true;
	return call_is(call, "futex") ||
	       is_vain_wait(call) ||
	       span_starts(line->result, "?") ||
	       (call_is(call, "getrandom") && is_again(side, process, key)) ||
	       (side->handling[process] && !call_is(call, "wait4"));
}
