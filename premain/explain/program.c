/*
 * premain/explain/program.c
 *
 * The first call of a program and its last one, and what a start asks of the
 * machine. Source: execve(2), exit_group(2), getrlimit(2), getrandom(2).
 */
#include "premain/explain/explain.h"

#include <stdlib.h>
#include <string.h>

/* Strings in ["sh", "-c", "true"]; 0 where strace has left some out. */
static unsigned int count_words(struct trace_span span)
{
	unsigned int words = 0;
	bool inside = false;

	if (!span.length || span.at[0] != '[' ||
	    span.at[span.length - 1] != ']')
		return 0;
	for (size_t i = 0; i < span.length; i++) {
		if (inside && span.at[i] == '\\')
			i++;
		else if (span.at[i] == '"')
			words += inside = !inside;
		else if (!inside && span.length - i > 4 &&
			 memcmp(span.at + i, "...]", 4) == 0)
			return 0;
	}
	return words;
}

/* Nothing of the old program's memory is left, and not every descriptor. */
static void start_program(struct traced *process, const char *path,
			  unsigned long long line)
{
	process->program_line = line;
	process->mapping_count = 0;
	process->heap = process->heap_start = 0;
	process->loader = process->running = process->key = false;
	process->python = false;
	process->asked = 0;
	process->streams = process->terminals = process->row = 0;
	process->thread_line = 0;
	process->thread_pointer = 0;
	process->runtime = RUNTIME_UNKNOWN;
	process->phase = PHASE_START;
	process->named = strncmp(path_base(path), "ld", 2) == 0 &&
		is_library(path);
	for (size_t i = 0; i < process->descriptor_count; i++) {
		if (process->descriptors[i].close_on_exec)
			process->descriptors[i].path[0] = '\0';
		process->descriptors[i].parts = 0;
		process->descriptors[i].mapped = 0;
		process->descriptors[i].library = false;
	}
}

void explain_exec(const struct scene *scene)
{
	const struct call *call = scene->call;
	size_t at = call->line->name.length > 6;	/* execveat */
	char path[EXPLAIN_PATH];
	unsigned long long words;

	if (!call_path(call, at, path) || !path[0])
		strlcpy(path, "another program", sizeof path);
	scene->explanation->phase = PHASE_EXEC;
	if (call->line->failed) {
		tell(scene, OBSERVED, "cannot become %s%e", path);
		if (call_failed(call, "ENOENT", "2"))
			more(scene, ", or not its loader or interpreter");
		say_place(scene, path);
		return;
	}
	tell(scene, OBSERVED, "the process becomes %s", path);
	words = at + 1 < call->count ?
		count_words(call->arguments[at + 1]) : 0;
	if (words)
		more(scene, words == 1 ? ", called with 1 word" :
		     ", called with %u words", words);
	more(scene, ": the kernel maps it (or what its #! line names) and "
	     "its loader, if it has one, and starts that");
	say_found(scene, path);
	start_program(scene->process, path, call->number);
	scene->process->python = strncmp(path_base(path), "python", 6) == 0;
	scene->task->thread = false;
}

static bool is_limit(const struct call *call, const char *word,
		     uint64_t wanted)
{
	size_t at = call->line->name.at[0] == 'p';	/* prlimit64 */
	uint64_t number;

	return call_has(call, at, word) ||
	       (call_number(call, at, &number) && number == wanted);
}

void explain_limit(const struct scene *scene)
{
	const struct call *call = scene->call;
	bool process = call->line->name.at[0] == 'p';
	uint64_t zero = 1;

	if (!scene->process->running)
		enter_phase(scene, PHASE_LIBC);
	tell(scene, OBSERVED, process && !(call_number(call, 2, &zero) && !zero)
	     ? "sets a limit of the process: " :
	     "asks for a limit of the process: ");
	more(scene, is_limit(call, "RLIMIT_STACK", 3) ? "how large the "
	     "stack may become, which is the size of a new thread's%e" :
	     is_limit(call, "RLIMIT_NOFILE", 7) ?
	     "how many descriptors it may have%e" : process ? "%v%e" : "%w%e");
}

/* glibc's malloc takes a pointer's bytes before its first block, since 2.34. */
void explain_random(const struct scene *scene)
{
	struct traced *process = scene->process;

	if (process->runtime == RUNTIME_GLIBC && !process->key &&
	    (scene->call->result == 8 || scene->call->result == 4) &&
	    call_flag(scene->call, 2, "GRND_NONBLOCK", 1)) {
		process->key = true;
		tell(scene, INFERRED, "%r random bytes, by which malloc "
		     "notices a block that is freed twice");
		return;
	}
	if (!process->running && process->phase != PHASE_STDIO)
		enter_phase(scene, PHASE_LIBC);
	tell(scene, OBSERVED, "asks the kernel for random bytes%R%e");
}

/* glibc's starts of before 2.26, and those of ARM, want a new enough kernel. */
void explain_uname(const struct scene *scene)
{
	const struct traced *process = scene->process;

	if (process->phase != PHASE_START &&
	    (process->phase != PHASE_THREAD || process->loader ||
	     process->runtime != RUNTIME_GLIBC))
		leave_start(scene, false);
	tell(scene, OBSERVED, "asks for the names of kernel, release and "
	     "machine");
	if (process->running || process->runtime == RUNTIME_GO)
		return;
	scene->explanation->basis = INFERRED;
	more(scene, ", for glibc's start: is it too old?");
}

/* Nobody else has a set of 65536 processors. */
void explain_affinity(const struct scene *scene)
{
	struct traced *process = scene->process;
	uint64_t size = 0;

	call_number(scene->call, 1, &size);
	if (!process->running && !process->loader && size == 8192) {
		process->runtime = RUNTIME_GO;
		enter_phase(scene, PHASE_LIBC);
		tell(scene, INFERRED, "Go's runtime asks on which "
		     "processors it may run");
		return;
	}
	if (!process->running)
		enter_phase(scene, PHASE_MAIN);
	tell(scene, OBSERVED, "asks on which processors it may run%e");
}

void explain_exit(const struct scene *scene)
{
	const struct traced *process = scene->process;
	bool thread = scene->call->line->name.length == 4 &&
		process->tasks > 1;
	uint64_t status = 0;

	if (thread)
		scene->explanation->phase = PHASE_EXIT;
	else
		enter_phase(scene, PHASE_EXIT);
	call_number(scene->call, 0, &status);
	tell(scene, OBSERVED, "ends the %s with status %u%t",
	     thread ? "thread" : "process", status & 255,
	     thread ? "; the others go on" :
	     process->tasks > 1 ? ", and all its threads" : "");
}

void explain_end(const struct scene *scene)
{
	struct trace_span span = scene->call->line->arguments;

	scene->explanation->phase = PHASE_EXIT;
	scene->explanation->basis = OBSERVED;
	if (span_has(span, "superseded"))
		more(scene, "the end of this thread: another has called "
		     "execve");
	else if (scene->process->tasks > 1)
		more(scene, "the end of this thread");
	else if (!more_behind(scene, scene->task->whole ||
			      scene->process->program_line ?
			      "the end: its parent is told status " :
			      "the end, of a process or a thread, with status ",
			      "exited with "))
		more_behind(scene, "the end, by ", "killed by ");
	task_end(scene->explainer, scene->task);
}
