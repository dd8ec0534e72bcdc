/*
 * premain/explain/foresee.c
 *
 * Which lines have to wait for later ones, and what those say of them.
 * Source: glibc's csu/libc-tls.c, libio/filedoalloc.c, posix/spawni.c,
 * nptl/allocatestack.c; musl's stdio/__stdio_exit.c.
 */
#include "premain/explain/explain.h"

#include <string.h>

static bool is_anonymous(const struct call *call)
{
	return call_flag(call, 3, "MAP_ANONYMOUS", 0x20) &&
	       call_flag(call, 2, "PROT_WRITE", 2) &&
	       !call_flag(call, 3, "MAP_FIXED", 0x10);
}

/* The descriptor of standard input, output or error; 3: another. */
static uint64_t standard(const struct call *call)
{
	uint64_t fd;

	return call_number(call, 0, &fd) && fd < 3 ? fd : 3;
}

/* Memory that a start asks for, before its thread pointer is set. */
static enum wait_for memory_waits(const struct traced *process,
				  const struct call *call)
{
	if (call->known.explain == explain_mmap &&
	    call_flag(call, 3, "MAP_STACK", 0x20000))
		return WAIT_STACK;
	if (process && (process->running || process->thread_line))
		return WAIT_NOT;
	if (call->known.explain == explain_mmap)
		return is_anonymous(call) ? WAIT_MEMORY : WAIT_NOT;
	return call->count && !span_is(call->arguments[0], "NULL") ?
	       WAIT_MEMORY : WAIT_NOT;
}

/* What a stream has written may be the last of it, and what is closed. Where
 * others are held, it is not known yet which streams there are. */
static bool may_be_last(const struct explainer *explainer,
			const struct traced *process, const struct call *call)
{
	uint64_t fd = standard(call);

	if (call->known.explain == explain_close)
		return fd < 3;
	return (fd < 3 && (explainer->held_count ||
			   (process && process->streams >> fd & 1))) ||
	       is_musl_flush(call);
}

enum wait_for waits(struct explainer *explainer, const struct call *call,
		    bool begins)
{
	explain_call *explain = call->known.explain;
	const struct task *task = find_task(explainer, call->line->pid);
	const struct traced *process = task && !begins ?
		task->process : NULL;

	if (call->line->kind != TRACE_CALL)
		return WAIT_NOT;
	if (explain == explain_ioctl)
		return standard(call) < 3 ? WAIT_STREAM : WAIT_NOT;
	if (call->line->failed)
		return WAIT_NOT;
	if (explain == explain_mmap || explain == explain_brk)
		return memory_waits(process, call);
	if (explain == explain_mask)
		return call_has(call, 0, "SIG_BLOCK") && call->count > 1 &&
		       call->arguments[1].length &&
		       call->arguments[1].at[0] == '~' ? WAIT_MASK : WAIT_NOT;
	if (explain == explain_stat)
		return standard(call) < 3 ? WAIT_STREAM : WAIT_NOT;
	if (explain == explain_write || explain == explain_close)
		return may_be_last(explainer, process, call) ? WAIT_END :
							       WAIT_NOT;
	return WAIT_NOT;
}

static bool thread_pointer(const struct call *call, uint64_t *pointer)
{
	struct trace_span arguments = call->line->arguments;

	if (call->known.explain == explain_thread_area)
		return call_number(call, 0, pointer) ||		/* set_tls */
		       span_number(arguments, "base_addr=", pointer) ||
		       span_number(arguments, "base_addr:", pointer);
	return call->known.explain == explain_arch &&
	       (call_has(call, 0, "ARCH_SET_FS") ||
		call_has(call, 0, "4098") || call_has(call, 0, "0x1002")) &&
	       call_number(call, 1, pointer);
}

static bool foresee_memory(struct foresight *foresight,
			   const struct call *first, const struct call *call)
{
	uint64_t start = (uint64_t)first->result, size = 65536, pointer = 0;
	explain_call *explain = call->known.explain;
	bool word = explain == explain_tid_address;
	char path[EXPLAIN_PATH];

	if (explain == explain_open || explain == explain_access) {
		if ((call_path(call, 0, path) || call_path(call, 1, path)) &&
		    (strncmp(path_base(path), "ld.so.", 6) == 0 ||
		     (is_library(path) && call_is(call, "openat"))))
			foresight->glibc_loader = true;
		return explain == explain_open;	/* it was not the last thing */
	}
	if (!(word ? call_number(call, 0, &pointer) :
		     thread_pointer(call, &pointer)))
		return word;
	if (first->known.explain == explain_brk)
		start -= size;
	else
		call_number(first, 1, &size);
	if (pointer - start < size)
		*(word ? &foresight->thread_word :
			 &foresight->thread_pointer) = call->number;
	return true;
}

static bool foresee_task(struct foresight *foresight,
			 const struct trace_line *line,
			 unsigned long long number)
{
	foresight->next_line = number;
	if (!makes_task(line->name))
		return false;
	foresight->next = clone_has(line->arguments, "CLONE_VFORK", 0x4000) ?
		NEXT_SPAWN : NEXT_CHILD;
	return true;
}

/* A child's lines may come before the end of the call that makes it. */
static bool foresee_open(struct foresight *foresight,
			 const struct trace *trace, unsigned int pid)
{
	for (size_t i = 0; trace && trace->open_count && i < TRACE_PLACES;
	     i++) {
		const struct trace_open *open = trace_place(trace, pid, i);
		struct trace_line line = open_line(open);

		if (open->number && line.pid == pid)
			return foresee_task(foresight, &line, open->number);
	}
	return false;
}

/* Who buffers gets room next, or has it, and writes or reads at once. musl's
 * stdio asks a terminal for its size instead, and writes. */
static enum next_is after_ask(const struct call *first,
			       const struct call *call)
{
	explain_call *explain = call->known.explain;
	uint64_t fd = standard(first), size = 0;

	if (first->known.explain == explain_ioctl)
		return explain == explain_write && standard(call) == fd ?
		       NEXT_STREAM : NEXT_OTHER;
	if (explain == explain_stat)
		return standard(call) == fd + 1 ? NEXT_CHECK : NEXT_OTHER;
	if (explain == explain_ioctl)
		return standard(call) == fd ? NEXT_UNKNOWN : NEXT_OTHER;
	if (explain == explain_read && standard(call) == fd)
		return call_number(call, 2, &size) && size <= 4096 ?
		       NEXT_STREAM : NEXT_OTHER;
	if (explain == explain_mmap)
		return is_anonymous(call) && call_number(call, 1, &size) &&
		       size <= 65536 ? NEXT_STREAM : NEXT_OTHER;
	return (explain == explain_write && standard(call) == fd) ||
	       explain == explain_brk ||
	       (explain == explain_random && call->result <= 8) ?
	       NEXT_STREAM : NEXT_OTHER;
}

/* What else is done at exit between a write and the end. */
static bool is_exit_work(const struct call *first, const struct call *call)
{
	explain_call *explain = call->known.explain;

	return explain == explain_close ||
	       explain == explain_seek ||
	       (explain == explain_write &&
		!span_same(first->arguments[0], call->arguments[0]));
}

bool foresee(struct foresight *foresight, const struct trace *trace,
	     const struct call *first, const struct call *call)
{
	const struct trace_line *line = call->line;

	if (line->kind != TRACE_CALL)
		return false;
	if (line->pid != first->line->pid)
		return (foresight->wait == WAIT_STACK ||
			foresight->wait == WAIT_MASK) &&
		       foresee_open(foresight, trace, first->line->pid);
	switch (foresight->wait) {
	case WAIT_MEMORY:
		return foresee_memory(foresight, first, call);
	case WAIT_STACK:
		return foresee_task(foresight, line, call->number);
	case WAIT_MASK:
		if (!foresee_task(foresight, line, call->number) &&
		    (call->known.explain == explain_madvise ||
		     span_is(line->name, "exit")))
			foresight->next = NEXT_END;
		return true;
	case WAIT_STREAM:
		foresight->next = after_ask(first, call);
		return foresight->next != NEXT_UNKNOWN;
	default:
		foresight->next = call->known.explain == explain_exit ?
			NEXT_END : NEXT_UNKNOWN;
		return !is_exit_work(first, call);
	}
}
