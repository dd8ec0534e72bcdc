/*
 * premain/explain/explain_line.c
 *
 * From a line to its phase and its sentence: each family of calls is asked. A
 * sentence that would have to be guessed is not written.
 */
#include "premain/explain/explain.h"

#include <stdlib.h>
#include <string.h>

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

struct traced *explainer_process(struct explainer *explainer, unsigned int pid)
{
	struct traced *process;

	if (!explainer->processes) {
		explainer->processes = calloc(PROCESSES, sizeof *process);
		if (!explainer->processes) {
			explainer->lost = true;
			return NULL;
		}
	}
	for (size_t i = 0; i < PROCESSES; i++)
		if (explainer->processes[i].used &&
		    explainer->processes[i].pid == pid)
			return &explainer->processes[i];
	process = &explainer->processes[explainer->oldest];
	explainer->oldest = (explainer->oldest + 1) % PROCESSES;
	*process = (struct traced){.pid = pid, .used = true};
	return process;
}

/* A child begins with all that its parent has. */
static void fork_process(struct explainer *explainer,
			 const struct traced *parent, const struct call *call)
{
	struct trace_span name = call->line->name;
	struct traced *child;

	if (call->result <= 0 || call->line->failed ||
	    !((name.length == 4 && !memcmp(name.at, "fork", 4)) ||
	      (name.length == 5 && !memcmp(name.at, "vfork", 5)) ||
	      (name.length >= 5 && !memcmp(name.at, "clone", 5))))
		return;
	child = explainer_process(explainer, (unsigned int)call->result);
	if (child && child != parent) {
		*child = *parent;
		child->pid = (unsigned int)call->result;
	}
}

static void explain_end(const struct trace_line *line,
			struct explanation *explanation)
{
	explanation->basis = OBSERVED;
	if (line->kind == TRACE_EXIT) {
		explanation->phase = PHASE_EXIT;
		text_put(&explanation->sentence, "the end, as the parent is "
			 "told it");
	} else if (line->kind == TRACE_SIGNAL) {
		text_put(&explanation->sentence, "a signal arrives");
	} else if (line->kind == TRACE_UNFINISHED) {
		text_put(&explanation->sentence, "begins a call; the log does "
			 "not show its end");
	} else if (line->kind == TRACE_RESUMED) {
		text_put(&explanation->sentence, "ends a call; the log does "
			 "not show its beginning");
	} else if (line->kind == TRACE_OUTPUT) {
		text_put(&explanation->sentence, "what the program itself has "
			 "written, between strace's lines");
	} else {
		text_put(&explanation->sentence, "strace's own words");
	}
}

void explain_line(struct explainer *explainer, const struct trace_line *line,
		  unsigned long long number, struct explanation *explanation)
{
	static explain_call *const families[] = {
		explain_memory, explain_files, explain_threads, explain_others
	};
	struct traced *process = explainer_process(explainer, line->pid);
	struct call call;

	*explanation = (struct explanation){.basis = NOT_KNOWN};
	if (!process)
		return;
	explanation->phase = process->phase;
	if (line->kind == TRACE_UNKNOWN)
		return;
	if (line->kind != TRACE_CALL) {
		explain_end(line, explanation);
		return;
	}
	call_split(&call, line, number);
	for (size_t i = 0; i < sizeof families / sizeof families[0] &&
	     !explanation->sentence.length; i++)
		families[i](process, &call, explanation);
	fork_process(explainer, process, &call);
}

void explainer_free(struct explainer *explainer)
{
	free(explainer->processes);
	explainer->processes = NULL;
}
