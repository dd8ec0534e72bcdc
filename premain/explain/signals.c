/*
 * premain/explain/signals.c
 *
 * What signals shall do, when they may arrive, and that one does.
 * Source: sigaction(2), sigprocmask(2), sigaltstack(2), signal(7).
 */
#include "premain/explain/explain.h"

#include <stdlib.h>
#include <string.h>

static void put_argument(const struct scene *scene, size_t argument)
{
	const struct call *call = scene->call;

	if (argument < call->count)
		text_add(&scene->explanation->sentence,
			 call->arguments[argument].at,
			 call->arguments[argument].length);
}

/* glibc before 2.34 keeps two signals for its threads. */
static bool explain_own(const struct scene *scene)
{
	const struct call *call = scene->call;
	bool cancel = call_has(call, 0, "SIGRTMIN") ||
		call_has(call, 0, "SIGRT_0") ||
		call_has(call, 0, "SIG_0");

	if (scene->process->running ||
	    scene->process->runtime != RUNTIME_GLIBC ||
	    !(cancel || call_has(call, 0, "SIGRT_1")))
		return false;
	enter_phase(scene, PHASE_LIBC);
	text_put(say(scene, INFERRED), cancel ? "glibc's threads keep this "
		 "signal for themselves: it ends a thread that is cancelled" :
		 "glibc's threads keep this signal for themselves: all get "
		 "it when the process changes its user");
	return true;
}

void explain_action(const struct scene *scene)
{
	const struct call *call = scene->call;
	struct text *text;
	uint64_t zero = 1;

	if (explain_own(scene))
		return;
	if (!scene->process->running &&
	    scene->process->runtime != RUNTIME_GO)
		enter_phase(scene, PHASE_MAIN);
	text = say(scene, OBSERVED);
	if (call->line->failed) {
		text_put(text, "cannot say what shall happen on ");
		put_argument(scene, 0);
		say_error(scene);
		return;
	}
	if (call_number(call, 1, &zero) && zero == 0) {
		text_put(text, "asks what happens on ");
		put_argument(scene, 0);
		return;
	}
	if (call->count < 2)
		return;
	text_put(text, "from now on ");
	put_argument(scene, 0);
	if (span_has(call->arguments[1], "SIG_IGN"))
		text_put(text, " is ignored");
	else if (span_has(call->arguments[1], "SIG_DFL"))
		text_put(text, " does what it does by default");
	else if (call->arguments[1].at[0] == '{')
		text_put(text, " calls a function of the program's");
	else
		text_put(text, " does what the log does not show");
	if (!span_has(call->arguments[1], "SIG_") &&
	    span_has(call->arguments[1], "SA_RESTART"))
		text_put(text, "; a call that it interrupts is begun again");
	if (scene->process->runtime == RUNTIME_GO &&
	    !scene->process->running) {
		scene->explanation->basis = INFERRED;
		text_put(text, ": Go's runtime does so for every signal");
	}
}

void explain_mask(const struct scene *scene)
{
	const struct foresight *foresight = &scene->explainer->foresight;
	const struct call *call = scene->call;
	struct trace_span set = {NULL, 0};
	struct text *text = say(scene, OBSERVED);
	bool block = call_has(call, 0, "SIG_BLOCK");
	uint64_t zero = 1;

	if (!scene->process->running && scene->process->phase != PHASE_LIBC &&
	    scene->process->runtime != RUNTIME_GO)
		enter_phase(scene, PHASE_MAIN);
	if (call->count > 1)
		set = call->arguments[1];
	if (call_number(call, 1, &zero) && zero == 0) {
		text_put(text, "asks which signals are held back");
		return;
	}
	if (span_is(set, "[]"))
		text_put(text, block ? "holds no further signal back" :
			 "lets every signal through");
	else if (span_is(set, "~[]"))
		text_put(text, block || call_has(call, 0, "SIG_SETMASK") ?
			 "holds every signal back" :
			 "lets every signal through");
	else if (set.length && set.at[0] == '~') {
		text_put(text, "holds all signals back but ");
		text_add(text, set.at + 1, set.length - 1);
	} else {
		text_put(text, block ? "holds back " :
			 call_has(call, 0, "SIG_UNBLOCK") ?
			 "lets through " : "holds back just ");
		text_add(text, set.at, set.length);
	}
	if (foresight->next == NEXT_CHILD)
		text_format(text, ", until a thread or a child is made (line "
			    "%llu)", foresight->next_line);
	else if (foresight->next == NEXT_END)
		text_put(text, ", for this thread ends");
	if (foresight->next != NEXT_UNKNOWN)
		scene->explanation->basis = INFERRED;
}

void explain_stack(const struct scene *scene)
{
	struct text *text = say(scene, OBSERVED);
	uint64_t zero = 1;

	if (!scene->process->running && scene->process->runtime != RUNTIME_GO)
		enter_phase(scene, PHASE_MAIN);
	if (call_number(scene->call, 0, &zero) && zero == 0)
		text_put(text, "asks whether signals have a stack of their "
			 "own");
	else if (span_has(scene->call->line->arguments, "{ss_sp=NULL") ||
		 (scene->call->count &&
		  span_has(scene->call->arguments[0], "SS_DISABLE")))
		text_put(text, "signals have no stack of their own any more");
	else
		text_put(text, "gives signals a stack of their own, so that "
			 "one can be handled when the other is full");
}

void explain_return(const struct scene *scene)
{
	text_put(say(scene, OBSERVED), "the signal is handled: the program "
		 "goes on where it was");
}

/* What follows a word of a signal's line, up to a comma or a bracket. */
static struct trace_span field(struct trace_span line, const char *word)
{
	const char *end = line.at + line.length;
	const char *at = memmem(line.at, line.length, word, strlen(word));
	const char *from;

	if (!at)
		return (struct trace_span){NULL, 0};
	from = at += strlen(word);
	while (at < end && *at != ',' && *at != '}' && *at != ' ')
		at++;
	return (struct trace_span){from, (size_t)(at - from)};
}

static void say_child(const struct scene *scene, struct trace_span line)
{
	struct trace_span pid = field(line, "si_pid=");
	struct trace_span status = field(line, "si_status=");
	struct text *text = &scene->explanation->sentence;

	text_put(text, "SIGCHLD: child ");
	text_add(text, pid.at, pid.length);
	text_put(text, span_has(line, "CLD_EXITED") ?
		 " has ended, with status " :
		 span_has(line, "CLD_KILLED") || span_has(line, "CLD_DUMPED")
		 ? " was ended by " : " has stopped or goes on: ");
	text_add(text, status.at, status.length);
}

static void say_fault(const struct scene *scene, struct trace_span line)
{
	struct trace_span at = field(line, "si_addr=");
	const struct mapping *mapping;
	struct text *text = &scene->explanation->sentence;
	uint64_t address;

	text_put(text, "touches ");
	text_add(text, at.at, at.length);
	text_put(text, span_has(line, "SEGV_MAPERR") ?
		 ", where nothing is mapped" :
		 span_has(line, "SEGV_ACCERR") ? ", where that is not allowed"
		 : "");
	address = at.length ? strtoull(at.at, NULL, 0) : 0;
	mapping = process_mapping(scene->process, address);
	if (mapping)
		text_format(text, ": in %s of line %llu", mapping->path[0] ?
			    path_base(mapping->path) : "the memory",
			    mapping->line);
}

void explain_signal(const struct scene *scene)
{
	struct trace_span line = scene->call->line->arguments;
	struct trace_span pid = field(line, "si_pid=");
	struct text *text = say(scene, OBSERVED);

	scene->explanation->phase = scene->process->phase < EXPLAIN_PHASES ?
		scene->process->phase : PHASE_MAIN;
	if (span_has(line, "--- SIGCHLD") && pid.length) {
		say_child(scene, line);
	} else if (span_has(line, "--- SIGSEGV") &&
		   span_has(line, "si_addr=")) {
		say_fault(scene, line);
	} else if (span_has(line, "--- stopped by")) {
		text_put(text, "stands still until SIGCONT comes");
	} else {
		text_put(text, "a signal arrives");
		if (span_has(line, "si_code=SI_KERNEL"))
			text_put(text, ", of the kernel");
		else if (pid.length) {
			text_put(text, ", sent by process ");
			text_add(text, pid.at, pid.length);
		}
	}
}
