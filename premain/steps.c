/*
 * premain/steps.c
 *
 * premain steps: who executes how many instructions, from execve to the end.
 */
#include "premain/run/run.h"
#include "premain/steps/show.h"
#include "premain/subcommands.h"

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

static const char help[] =
"usage: premain steps [OPTION...] -- PROGRAM [ARGUMENT...]\n"
"\n"
"  --borders      counts no steps, and stops only where a phase begins and at\n"
"                 system calls: for programs that take long\n"
"  --limit=N      ends the program after so many steps (100000000)\n"
"  --top=N        so many functions are shown (10)\n"
"  --calls        each system call, with what made it\n"
"  --format=json  for programs\n"
"  -o FILE        there, and not behind the program's own output\n"
"\n"
"A step is an instruction of the program, its loader or a library; one with\n"
"rep is as many as it has rounds. Phases: the loader, the start (from the\n"
"program's entry), main, and what follows main's return. The status is the\n"
"program's.\n";

static int refuse(const char *word, const char *what)
{
	return refuse_word("steps", word, what);
}

static bool read_number(const char *digits, uint64_t *number)
{
	char *end;

	errno = 0;
	*number = strtoull(digits, &end, 10);
	return *digits >= '0' && *digits <= '9' && !*end && !errno;
}

static int take_option(struct request *request, const char *word)
{
	uint64_t top = 0;

	if (strcmp(word, "--calls") == 0)
		request->calls = true;
	else if (strcmp(word, "--borders") == 0)
		request->borders = true;
	else if (strcmp(word, "--format=json") == 0)
		request->json = true;
	else if (strcmp(word, "--format=table") == 0)
		request->json = false;
	else if (strncmp(word, "--limit=", 8) == 0 &&
		 read_number(word + 8, &request->limit))
		return 0;
	else if (strncmp(word, "--top=", 6) == 0 &&
		 read_number(word + 6, &top) && top <= 10000)
		request->top = (size_t)top;
	else
		return refuse(word, "no such option, or a wrong value "
			      "(premain steps --help)");
	return 0;
}

static int open_out(struct request *request, const char *path)
{
	request->out = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC,
			    0666);
	return request->out < 0 ? refuse(path, strerror(errno)) - 1 : 0;
}

static int read_options(struct request *request, char **words)
{
	int status = 0;

	for (; *words && **words == '-' && status == 0; words++) {
		if (strcmp(*words, "--") == 0) {
			words++;
			break;
		}
		if (strcmp(*words, "-o") == 0 && words[1])
			status = open_out(request, *++words);
		else
			status = take_option(request, *words);
	}
	request->command = words;
	if (status == 0 && !*words)
		status = refuse("PROGRAM", "is missing (premain steps --help)");
	return status;
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
	struct request request = {.limit = 100000000, .top = 10, .out = 1};
	char *program;
	int status;

	if (*words && (strcmp(*words, "--help") == 0 ||
		       strcmp(*words, "-h") == 0))
		return fputs(help, stdout) < 0;
	status = read_options(&request, words);
	if (status)
		return status;
	program = run_find(request.command[0]);
	if (!program)
		return refuse(request.command[0], "no such program") - 1;
	status = run(&request, program);
	free(program);
	return status;
}
