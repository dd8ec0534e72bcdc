/*
 * premain/explain/threads.c
 *
 * What makes a thread of a process: the thread pointer, and what the kernel is
 * told of it; and how threads wait for each other. Source: arch_prctl(2),
 * set_tid_address(2), get_robust_list(2), rseq(2), futex(2), TLS 3.4.6.
 */
#include "premain/explain/explain.h"

static struct text *say_thread(const struct scene *scene)
{
	enter_phase(scene, PHASE_THREAD);
	return say(scene, OBSERVED);
}

static void set_pointer(const struct scene *scene)
{
	struct traced *process = scene->process;
	const struct mapping *mapping;
	uint64_t address = 0;
	struct text *text = say_thread(scene);

	call_number(scene->call, 1, &address);
	text_put(text, "sets fs, the register by which a thread finds its "
		 "own variables");
	process->thread_line = scene->call->number;
	process->thread_pointer = address;
	mapping = process_mapping(process, address);
	if (mapping)
		text_format(text, "; they lie in the memory of line %llu",
			    mapping->line);
	else if (address >= process->heap_start && address < process->heap)
		text_put(text, "; they lie on the heap");
	else if (address < 0x100000000 && address)
		text_put(text, "; they lie in the program's own variables, "
			 "by their address");
}

void explain_arch(const struct scene *scene)
{
	const struct call *call = scene->call;
	struct text *text;
	uint64_t code = 0;

	call_number(call, 0, &code);
	if ((call_has(call, 0, "ARCH_SET_FS") || code == 0x1002) &&
	    !call->line->failed) {
		set_pointer(scene);
		return;
	}
	text = say(scene, OBSERVED);
	if (code == 0x3001 || call_has(call, 0, "ARCH_CET_STATUS") ||
	    code == 0x5005 || call_has(call, 0, "ARCH_SHSTK_STATUS"))
		text_put(text, "asks whether the processor guards return "
			 "addresses for this process (CET, a shadow stack)");
	else if (call_has(call, 0, "ARCH_GET_FS") || code == 0x1003)
		text_put(text, "asks for fs, the thread pointer");
	else
		text_put(text, "asks the kernel for a feature of the "
			 "processor");
	if (call->line->failed)
		text_put(text, ": no, or the kernel does not know it");
}

/* 32-bit x86 has a segment where others have a register. */
void explain_thread_area(const struct scene *scene)
{
	text_put(say_thread(scene), "describes the segment by which a thread "
		 "finds its own variables");
	scene->process->thread_line = scene->call->number;
}

void explain_tid_address(const struct scene *scene)
{
	call_number(scene->call, 0, &scene->task->end_word);
	text_put(say_thread(scene), "tells the kernel which word to clear "
		 "when this thread ends, for those who wait for it");
	if (scene->call->returned)
		text_format(&scene->explanation->sentence, "; the answer is "
			    "its number, %lld",
			    (long long)scene->call->result);
}

void explain_robust_list(const struct scene *scene)
{
	struct traced *process = scene->process;

	if (!process->running && process->runtime == RUNTIME_UNKNOWN)
		process->runtime = RUNTIME_GLIBC;
	text_put(say_thread(scene), "tells the kernel where the locks are "
		 "listed that this thread holds, to be freed if it dies");
	if (scene->call->line->failed)
		say_error(scene);
}

void explain_rseq(const struct scene *scene)
{
	text_put(say_thread(scene), "registers a word in which the kernel "
		 "keeps the number of the processor, and where short "
		 "sequences can be begun again");
	if (scene->call->line->failed)
		say_error(scene);
}

static const struct task *ends_at(const struct scene *scene, uint64_t word)
{
	for (size_t i = 0; word && i < TASKS; i++) {
		const struct task *task = &scene->explainer->tasks[i];

		if (task->end_word == word && task != scene->task &&
		    task->process == scene->process)
			return task;
	}
	return NULL;
}

static void explain_wait_word(const struct scene *scene, uint64_t word)
{
	const struct task *task = ends_at(scene, word);
	struct text *text = say(scene, OBSERVED);

	if (task)
		text_format(text, "waits for the end of thread %u: the "
			    "kernel clears this word then", task->pid);
	else
		text_format(text, "sleeps until another thread changes the "
			    "word at %#llx", (unsigned long long)word);
	if (span_is(scene->call->line->error, "EAGAIN") ||
	    span_is(scene->call->line->error, "11"))
		text_put(text, "; it has changed already");
	else if (scene->call->line->failed)
		say_error(scene);
	else if (task)
		scene->explanation->basis = INFERRED;
}

void explain_futex(const struct scene *scene)
{
	const struct call *call = scene->call;
	uint64_t word = 0;
	struct text *text;

	call_number(call, 0, &word);
	if (span_has(call->line->arguments, "FUTEX_WAIT") ||
	    span_has(call->line->arguments, "FUTEX_LOCK_PI")) {
		explain_wait_word(scene, word);
		return;
	}
	if (!span_has(call->line->arguments, "FUTEX_WAKE")) {
		text_put(say(scene, NOT_KNOWN), "waits for a word that "
			 "threads share, or wakes those who wait for it");
		return;
	}
	text = say(scene, OBSERVED);
	if (call_has(call, 2, "2147483647"))
		text_put(text, "wakes all who wait for a word");
	else
		text_put(text, "wakes one who waits for a word");
	if (call->result == 0)
		text_put(text, ": nobody does");
	else if (call->returned)
		text_format(text, ": %lld did", (long long)call->result);
}
