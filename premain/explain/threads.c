/*
 * premain/explain/threads.c
 *
 * What makes a thread of a process: the thread pointer, and what the kernel is
 * told of it; and how threads wait for each other. Source: arch_prctl(2),
 * set_tid_address(2), get_robust_list(2), rseq(2), futex(2), TLS 3.4.6.
 */
#include "premain/explain/explain.h"

static void tell_thread(const struct scene *scene, const char *words)
{
	enter_phase(scene, PHASE_THREAD);
	tell(scene, OBSERVED, words);
}

static void set_pointer(const struct scene *scene)
{
	struct traced *process = scene->process;
	const struct mapping *mapping;
	uint64_t address = 0;

	call_number(scene->call, 1, &address);
	tell_thread(scene, "sets fs, the register by which a thread finds its "
		    "own variables");
	process->thread_line = scene->call->number;
	process->thread_pointer = address;
	mapping = process_mapping(process, address);
	if (mapping)
		more(scene, "; they lie in the memory of line %u",
		     mapping->line);
	else if (address >= process->heap_start && address < process->heap)
		more(scene, "; they lie on the heap");
	else if (address < 0x100000000 && address)
		more(scene, "; they lie in the program's own variables, by "
		     "their address");
}

void explain_arch(const struct scene *scene)
{
	const struct call *call = scene->call;
	uint64_t code = 0;

	call_number(call, 0, &code);
	if ((call_has(call, 0, "ARCH_SET_FS") || code == 0x1002) &&
	    !call->line->failed) {
		set_pointer(scene);
		return;
	}
	if (code == 0x3001 || call_has(call, 0, "ARCH_CET_STATUS") ||
	    code == 0x5005 || call_has(call, 0, "ARCH_SHSTK_STATUS"))
		tell(scene, OBSERVED, "asks whether the processor guards "
		     "return addresses here (CET)");
	else if (call_has(call, 0, "ARCH_GET_FS") || code == 0x1003)
		tell(scene, OBSERVED, "asks for fs, the thread pointer");
	else
		tell(scene, OBSERVED, "asks the kernel for a feature of the "
		     "processor: %w");
	if (call->line->failed)
		more(scene, ": no, or the kernel does not know it");
}

/* 32-bit x86 has a segment where others have a register, which on 32-bit ARM
 * the kernel sets. */
void explain_thread_area(const struct scene *scene)
{
	tell_thread(scene, call_is(scene->call, "set_tls") ?
		    "sets the thread pointer, by which a thread finds its own "
		    "variables%e" :
		    "describes the segment by which a thread finds its own "
		    "variables%e");
	scene->process->thread_line = scene->call->number;
}

void explain_tid_address(const struct scene *scene)
{
	call_number(scene->call, 0, &scene->task->end_word);
	tell_thread(scene, "tells the kernel which word to clear when this "
		    "thread ends, for who waits for it; the thread's "
		    "number%R");
}

void explain_robust_list(const struct scene *scene)
{
	struct traced *process = scene->process;

	if (!process->running && process->runtime == RUNTIME_UNKNOWN)
		process->runtime = RUNTIME_GLIBC;
	tell_thread(scene, "tells the kernel where this thread lists its "
		    "locks, to be freed if it dies%e");
}

void explain_rseq(const struct scene *scene)
{
	tell_thread(scene, "registers a word in which the kernel keeps the "
		    "processor's number%e");
}

/* Source: membarrier(2); musl registers before its first thread. */
void explain_barrier(const struct scene *scene)
{
	tell(scene, OBSERVED, span_has(scene->call->line->arguments,
				       "REGISTER") ?
	     "will want one view of memory in all its threads%e" :
	     "asks for, or makes, one view of memory in all threads%e");
}

/* The word holds the thread's number; all of musl's threads have one word. */
static const struct task *ends_at(const struct scene *scene, uint64_t word)
{
	uint64_t number = 0;

	call_number(scene->call, 2, &number);
	for (size_t i = 0; word && i < TASKS; i++) {
		const struct task *task = &scene->explainer->tasks[i];

		if (task->end_word == word && task->pid == number &&
		    task->process == scene->process)
			return task;
	}
	return NULL;
}

static void explain_wait_word(const struct scene *scene, uint64_t word)
{
	const struct task *task = ends_at(scene, word);

	if (task)
		tell(scene, INFERRED, "waits for the end of thread %u: the "
		     "kernel clears this word then",
		     (unsigned long long)task->pid);
	else
		tell(scene, OBSERVED, "sleeps until another thread changes "
		     "the word at %x", word);
	if (call_failed(scene->call, "EAGAIN", "11"))
		more(scene, "; it has changed already");
	else
		more(scene, "%e");
}

void explain_futex(const struct scene *scene)
{
	const struct call *call = scene->call;
	struct trace_span arguments = call->line->arguments;
	uint64_t word = 0;

	call_number(call, 0, &word);
	if (span_has(arguments, "FUTEX_WAIT") ||
	    span_has(arguments, "FUTEX_LOCK_PI"))
		explain_wait_word(scene, word);
	else if (span_has(arguments, "FUTEX_WAKE"))
		tell(scene, OBSERVED, "wakes %t for the word at %x: %t",
		     call_has(call, 2, "2147483647") ? "all who wait" :
		     "one who waits", word, call->result ? "somebody did" :
		     "nobody does");
	else
		tell(scene, NOT_KNOWN, "waits for a word that threads share, "
		     "or wakes those who wait for it");
}
