/*
 * premain/compare/measure_steps.c
 *
 * How many instructions a program executes, and in which phase: premain steps
 * says it, in a process of its own that can be ended like any other. Where
 * nothing may be traced one row says why, for all.
 */
#include "premain/compare/compare.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FRONT = 8 };		/* words in front of the program's own */

/* The phases stand in their order. */
static void read_report(struct step_counts *steps, const char *report)
{
	static const char key[] = ": {\"steps\": ";

	steps->more = strstr(report, "\"limited\": true") != NULL;
	for (size_t i = 0; i < STEP_PHASES; i++) {
		report = strstr(report, key);
		if (!report)
			return;
		report += strlen(key);
		steps->phases[i] = strtoull(report, NULL, 10);
		steps->all += steps->phases[i];
	}
	steps->known = true;
}

static char **make_words(const struct comparison *comparison, char *self,
			 char *limit, const char *program)
{
	char *front[FRONT] = {self, (char *)"steps", (char *)"--format=json",
		limit, (char *)"-o", comparison->pipe.bytes, (char *)"--",
		(char *)program};
	char **words = program_words(comparison, FRONT);

	return words ? memcpy(words, front, sizeof front) : NULL;
}

static struct outcome run_steps(const struct comparison *comparison,
				const char *program, struct capture *report,
				struct capture *errors)
{
	struct outcome outcome = {END_UNSTARTED, ENOMEM};
	struct capture output = {0};
	char *self = run_self(), limit[40], **words;

	snprintf(limit, sizeof limit, "--limit=%llu",
		 comparison->options.steps);
	words = make_words(comparison, self, limit, program);
	if (words)
		outcome = run_command(&(struct command){
			.arguments = words,
			.limit = comparison->options.timeout * 1000LL,
			.output = &output, .errors = errors,
			.pipe = comparison->pipe.bytes,
			.take = capture_take, .to = report});
	capture_free(&output);
	free(words);
	return outcome;
}

static void tell_no_steps(struct comparison *comparison, struct row *row,
			  const struct outcome *outcome,
			  const struct capture *errors)
{
	struct text line = {0};
	const char *why, *next;

	if (outcome->ending == END_EXIT && errors->length) {
		put_first_error(&line, errors->kept, errors->length);
		why = text_string(&line);	/* premain: steps: FILE: why */
		while ((next = strstr(why, ": ")))
			why = next + 2;
		text_put(&comparison->no_steps, why);
		text_free(&line);
		return;
	}
	text_format(&row->note, "%sits steps are not counted: not done after "
		    "%d s", row->note.length ? "; " : "",
		    comparison->options.timeout);
}

void measure_steps(struct comparison *comparison, struct row *row,
		   const char *program)
{
	struct capture report = {0}, errors = {0};
	struct outcome outcome;

	if (!row->ran || row->outcome.ending > END_SIGNAL ||
	    !comparison->options.steps || comparison->no_steps.length)
		return;
	outcome = run_steps(comparison, program, &report, &errors);
	if (report.length) {
		report.kept[report.length < RUN_KEPT ? report.length :
						       RUN_KEPT - 1] = '\0';
		read_report(&row->steps, report.kept);
	} else if (outcome.ending != END_INTERRUPT) {
		tell_no_steps(comparison, row, &outcome, &errors);
	}
	capture_free(&report);
	capture_free(&errors);
}
