/*
 * premain/explain/explain_line.c
 *
 * From a line to its phase and its sentence. A sentence that would have to be
 * guessed is not written.
 */
#include "premain/explain/explain.h"

#include <stdlib.h>

const char *phase_word(enum explain_phase phase)
{
	static const char *const words[EXPLAIN_PHASES] = {
		"exec", "start", "search", "map", "thread", "relro", "libc",
		"main", "stdio", "exit"
	};

	return words[phase];
}

const char *basis_word(enum basis basis)
{
	static const char *const words[] = {"observed", "inferred", "unknown"};

	return words[basis];
}

/* The first line of a process that no line before has made. */
static void begin(struct traced *process, const struct call *call)
{
	explain_call *explain = call->known.explain;
	uint64_t zero;

	process->phase = PHASE_MAIN;
	if ((explain == explain_brk && call_number(call, 0, &zero) && !zero) ||
	    (call->number <= 2 &&
	     (explain == explain_arch || explain == explain_mmap ||
	      explain == explain_access || explain == explain_tid_address)))
		process->phase = PHASE_START;
	process->running = process->phase == PHASE_MAIN;
}

static bool is_last(const struct call *call)
{
	return call->known.explain == explain_exit ||
	       call_is(call, "rt_sigreturn") || call_is(call, "sigreturn");
}

/* A call of which the log does not show what came of it. */
static bool has_no_end(const struct scene *scene)
{
	const struct trace_line *line = scene->call->line;

	if (is_last(scene->call))
		return false;
	if (line->error.length > 8 &&
	    span_has(line->error, "ERESTART")) {
		/* signal(7); Linux arch/x86/kernel/signal.c, handle_signal */
		if (span_is(line->error, "ERESTARTSYS"))
			tell(scene, OBSERVED, "a signal interrupts the call; "
			     "the kernel begins it again behind the handler, "
			     "if that has SA_RESTART");
		else if (span_is(line->error, "ERESTARTNOINTR"))
			tell(scene, OBSERVED, "a signal interrupts the call; "
			     "the kernel begins it again");
		else
			tell(scene, OBSERVED, "a signal interrupts the call: "
			     "EINTR behind a handler, and where none runs "
			     "it goes on");
		return true;
	}
	if (line->result.length == 1 && line->result.at[0] == '?') {
		tell(scene, OBSERVED, "the log shows no result: its "
		     "process may have ended in this call");
		return true;
	}
	return false;
}

static void explain_scene(const struct scene *scene)
{
	struct traced *process = scene->process;
	const struct known *known = &scene->call->known;

	if (process->phase == EXPLAIN_PHASES)
		begin(process, scene->call);
	if (!known->start)
		leave_start(scene, false);
	process->asked -= process->asked > 0;
	scene->explanation->phase = process->phase;
	if (has_no_end(scene))
		return;
	if (known->explain)
		known->explain(scene);
	if (makes_task(scene->call->line->name))
		task_fork(scene);
}

static const char *words_aside(enum trace_kind kind)
{
	return kind == TRACE_NOTE ? "strace's own words" :
	       kind == TRACE_OUTPUT ? "what the program itself has written, "
				      "between strace's lines" :
	       kind == TRACE_RESUMED ? "the end of a call; no line shows its "
				       "beginning" :
	       kind == TRACE_UNFINISHED ? "the beginning of a call; no line "
					  "shows its end" : "";
}

/* What is no event of a process. */
static bool is_aside(struct explainer *explainer,
		     const struct trace_line *line,
		     struct explanation *explanation)
{
	const struct task *last = line->pid ?
		find_task(explainer, line->pid) : explainer->last_task;
	char plain[PLAIN_WORDS];

	explanation->phase = PHASE_MAIN;
	if (last && last->process->phase < EXPLAIN_PHASES)
		explanation->phase = last->process->phase;
	if (line->kind == TRACE_NOTE || line->kind == TRACE_OUTPUT)
		explanation->basis = OBSERVED;
	plain_words(plain, words_aside(line->kind));
	text_put(&explanation->sentence, plain);
	return line->kind != TRACE_CALL && line->kind != TRACE_SIGNAL &&
	       line->kind != TRACE_EXIT;
}

void explain_line(struct explainer *explainer, const struct trace_line *line,
		  unsigned long long number, struct explanation *explanation)
{
	struct call call;

	*explanation = (struct explanation){0};
	call_split(&call, line, number);
	explain_next(explainer, &call, explanation);
}

void explain_next(struct explainer *explainer, const struct call *call,
		  struct explanation *explanation)
{
	const struct trace_line *line = call->line;
	struct task *task;
	struct scene scene;

	explanation->basis = NOT_KNOWN;
	explanation->sentence.length = 0;
	if (explanation->sentence.bytes)
		explanation->sentence.bytes[0] = '\0';
	if (is_aside(explainer, line, explanation))
		return;
	task = explainer_task(explainer, line);
	if (!task)
		return;
	scene = (struct scene){explainer, task, task->process, call,
			       explanation};
	if (line->kind == TRACE_CALL)
		explain_scene(&scene);
	else if (line->kind == TRACE_SIGNAL)
		explain_signal(&scene);
	else
		explain_end(&scene);
}
