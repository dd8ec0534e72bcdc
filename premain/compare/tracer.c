/*
 * premain/compare/tracer.c
 *
 * Who sees the system calls: strace, else qemu, else premain trace, which
 * needs nothing but the kernel, else nobody. Each is tried on
 * `premain --version`, whose few calls are known: a container that forbids
 * ptrace shows here, and so does a host that only emulates an x86-64.
 */
#include "premain/compare/compare.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum {
	PROBE_LIMIT = 10000,	/* ms */
	PROBE_CALLS = 40	/* an emulator alone makes hundreds */
};

static void take_trace(void *trace, const char *bytes, size_t length)
{
	trace_feed(trace, bytes, length);
}

static struct outcome run_traced(const struct comparison *comparison,
				 const char *program, char *const *arguments,
				 long long limit, struct row *row)
{
	char **words = run_tracer_words(comparison->tracer.kind,
					comparison->tracer.program,
					comparison->pipe.bytes, program,
					arguments);
	struct outcome outcome = {END_UNSTARTED, ENOMEM};

	if (words)
		outcome = run_command(&(struct command){
			.arguments = words, .limit = limit,
			.output = &row->output, .errors = &row->errors,
			.pipe = row->trace ? comparison->pipe.bytes : NULL,
			.take = take_trace, .to = row->trace});
	if (row->trace)
		trace_end(row->trace);
	free(words);
	return outcome;
}

struct outcome tracer_run(const struct comparison *comparison,
			  struct row *row, const char *program)
{
	if (comparison->tracer.kind != TRACER_NONE) {
		row->trace = calloc(1, sizeof *row->trace);
		if (!row->trace)
			return (struct outcome){END_UNSTARTED, ENOMEM};
	}
	if (comparison->tracer.kind == TRACER_QEMU)
		trace_count_call(row->trace,	/* qemu makes it, unseen */
				 (struct trace_span){"execve", 6});
	return run_traced(comparison, program, comparison->options.arguments,
			  comparison->options.timeout * 1000LL, row);
}

/* Whether the tracer of comparison->tracer works here; if not, why. */
static bool probe(struct comparison *comparison, struct text *why)
{
	char version[] = "--version";
	char *arguments[] = {version, NULL};
	struct row row = {.trace = calloc(1, sizeof *row.trace)};
	struct outcome outcome = {END_UNSTARTED, ENOMEM};
	bool works;

	if (row.trace)
		outcome = run_traced(comparison, run_self(), arguments,
				     PROBE_LIMIT, &row);
	works = outcome.ending == END_EXIT && outcome.value == 0 &&
		row.trace->calls > 0;
	if (works && row.trace->calls > PROBE_CALLS) {
		works = false;
		text_put(why, "sees an emulator, not the program");
	} else if (!works && row.errors.length) {
		put_first_error(why, row.errors.kept, row.errors.length);
	} else if (!works) {
		text_put(why, "does not work here");
	}
	if (row.trace)
		trace_free(row.trace);
	free(row.trace);
	capture_free(&row.output);
	capture_free(&row.errors);
	return works;
}

static bool try_tracer(struct comparison *comparison, enum tracer_kind kind)
{
	const char *name = run_tracer_name(kind);
	struct tracer *tracer = &comparison->tracer;
	struct text why = {0};

	tracer->kind = kind;
	tracer->program = run_find_tracer(kind);
	if (!tracer->program)
		text_put(&why, "not installed");
	else if (probe(comparison, &why))
		return true;
	if (tracer->why.length)
		text_put(&tracer->why, "; ");
	text_format(&tracer->why, "%s: %s", name, text_string(&why));
	text_free(&why);
	free(tracer->program);
	tracer->program = NULL;
	return false;
}

void tracer_choose(struct comparison *comparison)
{
	if (!try_tracer(comparison, TRACER_STRACE) &&
	    !try_tracer(comparison, TRACER_QEMU) &&
	    !try_tracer(comparison, TRACER_OWN))
		comparison->tracer.kind = TRACER_NONE;
}
