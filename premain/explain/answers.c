/*
 * premain/explain/answers.c
 *
 * Which lines of a log belong to which question.
 */
#include "premain/explain/questions.h"

#include <string.h>

/* Of the line in work; question 0 is never wanted. */
static void keep(struct answers *answers, unsigned int question)
{
	struct evidence *evidence = &answers->evidence[question];
	const struct explanation *explanation = answers->explanation;

	if (!answers->wanted[question] || evidence->lines++ >= EVIDENCE)
		return;
	text_format(&evidence->text, "  line %llu: ", answers->number);
	trace_put_line(&evidence->text, answers->line);
	text_put(&evidence->text, "\n      ");
	if (explanation->basis != OBSERVED)
		text_format(&evidence->text, "%s: ",
			    basis_word(explanation->basis));
	text_put_visible(&evidence->text,
			 text_string(&explanation->sentence),
			 explanation->sentence.length);
	text_put(&evidence->text, "\n");
}

static void note_library(struct answers *answers, const char *path,
			 unsigned long long number)
{
	struct library_seen *seen;

	for (size_t i = 0; i < answers->library_count; i++)
		if (strcmp(answers->libraries[i].name, path_base(path)) == 0)
			return;
	if (answers->library_count == LIBRARIES)
		return;
	seen = &answers->libraries[answers->library_count++];
	strlcpy(seen->name, path_base(path), sizeof seen->name);
	seen->line = number;
}

/* The questions that a path decides. */
static unsigned int by_path(struct answers *answers, const struct call *call)
{
	char path[EXPLAIN_PATH];

	if (!call_path(call, 0, path) && !call_path(call, 1, path))
		return 0;
	if (strstr(path, "/locale") || strstr(path, "/gconv"))
		return 2;
	if (call->known.explain != explain_open)
		return 0;
	if (path_is(path, "ld.so.cache")) {
		if (!call->line->failed)
			answers->cache = call->number;
		return 6;
	}
	if (!is_library(path))
		return 0;
	if (call->line->failed) {
		answers->in_vain++;
		return 6;
	}
	note_library(answers, path, call->number);
	return 7;
}

static void note_write(struct answers *answers, const struct call *call)
{
	uint64_t fd;

	if (call->line->failed || !call_number(call, 0, &fd) || fd != 1)
		return;
	answers->written = call->result;
	answers->write_line = call->number;
}

static unsigned int by_call(explain_call *explain)
{
	return explain == explain_limit ? 1 : explain == explain_action ? 3 :
	       explain == explain_arch ? 4 : explain == explain_tid_address ||
	       explain == explain_robust_list || explain == explain_rseq ? 5 :
	       explain == explain_exit || explain == explain_wait ? 12 : 0;
}

static void take_call(struct answers *answers)
{
	enum explain_phase phase = answers->explanation->phase;
	const struct trace_line *line = answers->line;
	explain_call *explain;
	unsigned int question;
	struct call call;

	call_split(&call, line, answers->number);
	explain = call.known.explain;
	question = by_path(answers, &call);
	keep(answers, question);
	if (question == 7) {
		keep(answers, 6);
		keep(answers, 11);
	}
	keep(answers, by_call(explain));
	if (explain == explain_mmap && phase == PHASE_MAP)
		keep(answers, 8);
	if (explain == explain_brk && phase == PHASE_START)
		keep(answers, 14);
	if (explain == explain_exit) {
		keep(answers, 9);
		answers->status = -1;
		call_number(&call, 0, (uint64_t *)&answers->status);
	}
	if (explain == explain_write)
		note_write(answers, &call);
	if (explain != explain_exec || line->failed)
		return;
	keep(answers, 10);
	keep(answers, 14);
}

/* Each name once, as many as there is room for. */
static void note_name(char names[PHASE_NAMES], struct trace_span name)
{
	size_t used = strlen(names);
	const char *at = names;

	if (!name.length || name.length + 2 > PHASE_NAMES - used)
		return;
	for (; *at; at = strchr(at, ' ') + 1)
		if (strncmp(at, name.at, name.length) == 0 &&
		    at[name.length] == ' ')
			return;
	memcpy(names + used, name.at, name.length);
	memcpy(names + used + name.length, " ", 2);
}

static void take_end(struct answers *answers)
{
	keep(answers, 12);
	if (!span_has(answers->line->arguments, "killed by "))
		return;
	keep(answers, 9);
	answers->status = KILLED;
}

void answers_take(struct answers *answers, const struct trace_line *line,
		  unsigned long long number,
		  const struct explanation *explanation)
{
	enum explain_phase phase = explanation->phase;

	answers->line = line;
	answers->number = number;
	answers->explanation = explanation;
	if (line->kind == TRACE_CALL)
		take_call(answers);
	else if (line->kind == TRACE_EXIT)
		take_end(answers);
	else if (span_has(line->arguments, "CLD_"))
		keep(answers, 12);	/* a child's end */
	if (line->kind != TRACE_CALL && line->kind != TRACE_EXIT)
		return;
	if (!answers->phases[phase].lines++)
		answers->phases[phase].first = number;
	note_name(answers->phases[phase].names, line->name);
	answers->phases[phase].last = number;
	answers->evidence[13].lines++;
	answers->evidence[15].lines++;
	if (answers->wanted[15])
		draw_take(answers, line, number, explanation);
}
