/*
 * premain/explain/signals.c
 *
 * What signals shall do, when they may arrive, and that one does.
 * Source: sigaction(2), sigprocmask(2), sigaltstack(2), signal(7).
 */
#include "premain/explain/explain.h"

static void add(const struct scene *scene, struct trace_span span)
{
	text_add(&scene->explanation->sentence, span.at, span.length);
}

/* glibc keeps two signals for its threads: others cannot catch them. */
static bool explain_own(const struct scene *scene)
{
	const struct call *call = scene->call;
	bool cancel = call_has(call, 0, "SIGRTMIN") ||
		call_has(call, 0, "SIGRT_0");

	if (scene->process->runtime != RUNTIME_GLIBC ||
	    !(cancel || call_has(call, 0, "SIGRT_1")) || call->count < 2 ||
	    call->arguments[1].at[0] != '{' ||
	    span_has(call->arguments[1], "SIG_"))
		return false;
	if (!scene->process->running)
		enter_phase(scene, PHASE_LIBC);
	tell(scene, INFERRED, "glibc's threads keep this signal for "
	     "themselves: %t", cancel ? "it ends a thread that is cancelled" :
	     "all get it when the process changes its user");
	return true;
}

void explain_action(const struct scene *scene)
{
	const struct call *call = scene->call;
	const struct mapping *mapping;
	struct trace_span action;
	uint64_t zero = 1, handler = 2;

	if (explain_own(scene))
		return;
	leave_start(scene, false);
	if (call->count < 2)
		return;
	if (call->line->failed) {
		tell(scene, OBSERVED, "cannot say what shall happen on %w%e");
		return;
	}
	if (call_number(call, 1, &zero) && zero == 0) {
		tell(scene, OBSERVED, "asks what happens on %w");
		return;
	}
	action = call->arguments[1];
	if (!span_number(action, "sa_handler=", &handler))
		span_number(action, "{", &handler);
	tell(scene, OBSERVED, "from now on %w %t",
	     span_has(action, "SIG_IGN") || handler == 1 ? "is ignored" :
	     span_has(action, "SIG_DFL") || handler == 0 ?
	     "does what it does by default" : action.at[0] == '{' ?
	     "calls a function" : "does what the log does not show");
	mapping = process_mapping(scene->process, handler);
	if (mapping && mapping->path[0])
		more(scene, " in %s", path_base(mapping->path));
	if (!span_has(action, "SIG_") && span_has(action, "SA_RESTART"))
		more(scene, "; a call that it interrupts is begun again");
	if (scene->process->running || scene->process->runtime != RUNTIME_GO)
		return;
	scene->explanation->basis = INFERRED;
	more(scene, ": Go's runtime does so for every signal");
}

static void explain_set(const struct scene *scene, struct trace_span set)
{
	uint64_t how = 2;
	bool through, further;

	call_number(scene->call, 0, &how);
	through = how == 1 || call_has(scene->call, 0, "SIG_UNBLOCK");
	further = how == 0 || call_has(scene->call, 0, "SIG_BLOCK");
	if (span_is(set, "~[]") || (span_is(set, "[]") && !through)) {
		tell(scene, OBSERVED, set.length == 3 && !through ?
		     "holds every signal back" :
		     further ? "holds no further signal back" :
		     "lets every signal through");
		return;
	}
	if (set.length && set.at[0] == '~') {
		tell(scene, OBSERVED, through ? "lets all signals through but "
		     : "holds all signals back but ");
		set.at++;
		set.length--;
	} else {
		tell(scene, OBSERVED, through ? "lets through " :
		     further ? "holds back " : "holds back just ");
	}
	if (set.length && set.at[0] == '0')
		more(scene, "signals that the log does not show");
	else
		add(scene, set);
}

void explain_mask(const struct scene *scene)
{
	const struct foresight *foresight = &scene->explainer->foresight;
	const struct call *call = scene->call;
	uint64_t zero = 1;

	if (scene->process->phase != PHASE_LIBC)
		leave_start(scene, false);
	if (call->count < 2)
		return;
	if (call_number(call, 1, &zero) && zero == 0) {
		tell(scene, OBSERVED, "asks which signals are held back");
		return;
	}
	explain_set(scene, call->arguments[1]);
	if (foresight->next == NEXT_UNKNOWN)
		return;
	scene->explanation->basis = INFERRED;
	if (foresight->next != NEXT_END)
		more(scene, ", until a thread or a child is made (line %u)",
		     foresight->next_line);
	else
		more(scene, ", for this thread ends");
}

void explain_stack(const struct scene *scene)
{
	uint64_t stack;

	leave_start(scene, false);
	tell(scene, OBSERVED, call_number(scene->call, 0, &stack) && !stack ?
	     "asks whether signals have a stack of their own" :
	     "gives signals a stack of their own, or takes it back");
}

/* Source: setitimer(2), alarm(2). */
void explain_timer(const struct scene *scene)
{
	struct trace_span arguments = scene->call->line->arguments;

	tell(scene, OBSERVED, span_is(arguments, "0") ||
	     span_has(arguments, "it_value={tv_sec=0, tv_usec=0}") ?
	     "stops its timer, %w%e" :
	     "has a timer send a signal later: %w%e");
}

static void say_fault(const struct scene *scene, struct trace_span line)
{
	const struct mapping *mapping;
	uint64_t at = 0;

	more_behind(scene, "touches ", "si_addr=");
	if (span_has(line, "SEGV_MAPERR"))
		more(scene, ", where nothing is mapped");
	else if (span_has(line, "SEGV_ACCERR"))
		more(scene, ", where that is not allowed");
	span_number(line, "si_addr=", &at);
	mapping = process_mapping(scene->process, at);
	if (mapping)
		more(scene, ": in %s of line %u", mapping_name(mapping),
		     mapping->line);
}

void explain_signal(const struct scene *scene)
{
	struct trace_span line = scene->call->line->arguments;

	scene->explanation->basis = OBSERVED;
	scene->explanation->phase = scene->process->phase < EXPLAIN_PHASES ?
		scene->process->phase : PHASE_MAIN;
	if (span_has(line, "=CLD_")) {
		more_behind(scene, "SIGCHLD: child ", "si_pid=");
		more(scene, span_has(line, "CLD_EXITED") ? " has ended" :
		     span_has(line, "CLD_KILLED") ||
		     span_has(line, "CLD_DUMPED") ?
		     " was ended by a signal" : " has stopped or goes on");
		more_behind(scene, ": ", "si_status=");
	} else if (span_has(line, "SIGSEGV") && span_has(line, "si_addr=")) {
		say_fault(scene, line);
	} else if (span_has(line, "--- stopped by")) {
		more(scene, "stands still until SIGCONT comes");
	} else {
		more(scene, "a signal arrives");
		if (span_has(line, "si_code=SI_KERNEL"))
			more(scene, ", of the kernel");
		else
			more_behind(scene, ", sent by process ", "si_pid=");
	}
}
