/*
 * premain/explain/others.c
 *
 * The first call and the last one, and those that stand alone.
 * Source: execve(2), exit_group(2), getrlimit(2), getrandom(2), ioctl_tty(2).
 */
#include "premain/explain/explain.h"

#include <string.h>

/* A new program: nothing of the old one's memory is left. */
static void explain_exec(struct traced *process, const struct call *call,
			 struct explanation *explanation, size_t argument)
{
	struct text *text = &explanation->sentence;
	char path[128];

	explanation->phase = PHASE_EXEC;
	explanation->basis = OBSERVED;
	if (!call_path(call, argument, path))
		strlcpy(path, "another program", sizeof path);
	if (call->line->failed) {
		text_format(text, "cannot become %s: ", path);
		text_add(text, call->line->error.at, call->line->error.length);
		return;
	}
	text_format(text, "the process becomes %s: the kernel maps it, and "
		    "its loader if it asks for one, and starts that", path);
	strlcpy(process->program, path, sizeof process->program);
	process->mapping_count = 0;
	process->heap = process->heap_start = 0;
	process->libraries = process->thread = false;
	process->phase = PHASE_START;
}

static void explain_limit(struct traced *process, const struct call *call,
			  struct explanation *explanation)
{
	explanation->basis = OBSERVED;
	if (process->phase == PHASE_RELRO || process->phase == PHASE_THREAD)
		explanation->phase = process->phase = PHASE_LIBC;
	if (call_has(call, 1, "RLIMIT_STACK") ||
	    call_has(call, 0, "RLIMIT_STACK"))
		text_put(&explanation->sentence, "asks how large the stack may "
			 "become: a new thread gets one of that size");
	else
		text_put(&explanation->sentence, "asks for a limit of the "
			 "process, or sets it");
}

static void explain_ioctl(struct traced *process, const struct call *call,
			  struct explanation *explanation)
{
	if (!call_has(call, 1, "TCGETS") && !call_has(call, 1, "TIOCGWINSZ"))
		return;
	explanation->phase = process->phase = PHASE_STDIO;
	explanation->basis = OBSERVED;
	text_put(&explanation->sentence, "asks whether the descriptor is a "
		 "terminal");
	text_put(&explanation->sentence, call->line->failed ? ": no" :
							      ": yes");
}

static void explain_exit(struct traced *process, const struct call *call,
			 struct explanation *explanation)
{
	uint64_t status = 0;

	explanation->phase = process->phase = PHASE_EXIT;
	explanation->basis = OBSERVED;
	call_number(call, 0, &status);
	text_format(&explanation->sentence, "ends the %s with status %llu",
		    call_is(call, "exit") ? "thread" : "process",
		    (unsigned long long)status & 255);
}

void explain_others(struct traced *process, const struct call *call,
		    struct explanation *explanation)
{
	char path[128];

	if (call_is(call, "execve")) {
		explain_exec(process, call, explanation, 0);
	} else if (call_is(call, "execveat")) {
		explain_exec(process, call, explanation, 1);
	} else if (call_is(call, "exit_group") || call_is(call, "exit")) {
		explain_exit(process, call, explanation);
	} else if (call_is(call, "prlimit64") || call_is(call, "getrlimit")) {
		explain_limit(process, call, explanation);
	} else if (call_is(call, "ioctl")) {
		explain_ioctl(process, call, explanation);
	} else if (call_is(call, "getrandom")) {
		explanation->basis = OBSERVED;
		text_put(&explanation->sentence, "asks the kernel for random "
			 "bytes");
	} else if (((call_is(call, "readlink") && call_path(call, 0, path)) ||
		    (call_is(call, "readlinkat") &&
		     call_path(call, 1, path))) &&
		   strcmp(path, "/proc/self/exe") == 0) {
		explanation->basis = OBSERVED;
		text_put(&explanation->sentence, "asks for the program's own "
			 "path");
	} else if (call_is(call, "rt_sigaction")) {
		explanation->basis = OBSERVED;
		text_put(&explanation->sentence, "asks what a signal does, or "
			 "says what it shall do");
	}
}
