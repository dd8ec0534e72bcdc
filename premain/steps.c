/*
 * premain/steps.c
 *
 * premain steps: who executes how many instructions, from execve to the end.
 */
#include "premain/run/run.h"
#include "premain/steps/show.h"
#include "premain/subcommands.h"
#include "premain/words/words.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct request {
	char *const *command;
	uint64_t limit;
	size_t top;
	bool json, calls, borders;
	int out;
};

static int refuse(const char *word, const char *what)
{
	return refuse_word("steps", word, what);
}

static int open_out(struct request *request, const char *path)
{
	request->out = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC,
			    0666);
	return request->out < 0 ? refuse(path, strerror(errno)) - 1 : 0;
}

static int read_options(struct request *request, char **words)
{
	enum {BORDERS, CALLS, FORMAT, LIMIT, OUTPUT, TOP, ALL};
	static const char takes[] =
		"--borders\0" "--calls\0" "--format=table|json\0"
		"--limit=0..\0" "-o=FILE\0" "--top=0..10000\0";
	struct value values[ALL] = {
		[LIMIT] = {.number = 100000000}, [TOP] = {.number = 10}
	};
	int status = 0;

	while (!status && *words && is_option(*words))
		status = take_option("steps", takes, values, &words);
	if (status)
		return status;
	request->borders = values[BORDERS].number;
	request->calls = values[CALLS].number;
	request->json = values[FORMAT].number;
	request->limit = values[LIMIT].number;
	request->top = (size_t)values[TOP].number;
	request->command = words + (*words && strcmp(*words, "--") == 0);
	if (!*request->command)
		return refuse("PROGRAM", "is missing (premain steps --help)");
	return values[OUTPUT].word ? open_out(request, values[OUTPUT].word) : 0;
}

static void put_report(struct text *text, const struct steps *steps,
		       const struct request *request)
{
	if (request->json) {
		show_steps_json(text, steps, request->command[0]);
		return;
	}
	show_steps_table(text, steps, request->top);
	if (request->calls) {
		text_put(text, "\n");
		show_steps_calls(text, steps);
	}
	if (steps->borders)
		text_put(text, "\nMicroseconds are of this one run, with the "
			 "tracer's stops: compare them\nwith each other, and "
			 "not closely.\n");
	if (!steps->main)
		text_put(text, "\nWhere main is, nobody says: its steps are "
			 "among the start's.\n");
	else if (steps->main_guessed)
		text_put(text, "\nWhere main is, the start's code said: there "
			 "is no symbol.\n");
	if (steps->limited)
		text_put(text, "\nIt was ended at the limit (--limit).\n");
}

/* The program's own status, as a shell has it. */
static int status_of(const struct steps *steps)
{
	if (steps->limited)
		return 124;
	return run_exit_status(steps->status);
}

static int run(const struct request *request, const char *program)
{
	struct steps steps = {.program = program, .limit = request->limit,
			      .borders = request->borders};
	struct text text = {0};
	const char *wrong;
	int status = 1;

	wrong = request->borders ? steps_borders(&steps, request->command) :
				   steps_run(&steps, request->command);
	if (wrong) {
		refuse(request->command[0], wrong);
	} else {
		put_report(&text, &steps, request);
		status = text_write(request->out, &text) == 0 ?
			status_of(&steps) :
			refuse("the report", strerror(errno));
	}
	text_free(&text);
	steps_free(&steps);
	return status;
}

int premain_steps(char **words)
{
	struct request request = {.out = 1};
	char *program;
	int status;

	status = read_options(&request, words);
	if (status)
		return status;
	program = run_find(request.command[0]);
	if (!program)
		return refuse_program("steps", request.command[0]);
	status = run(&request, program);
	free(program);
	return status;
}
