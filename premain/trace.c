/*
 * premain/trace.c
 *
 * premain trace: the system calls of a program, without strace.
 */
#include "premain/run/run.h"
#include "premain/subcommands.h"
#include "premain/tracer/tracer.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char help[] =
"usage: premain trace [-o FILE] -- PROGRAM [ARGUMENT...]\n"
"\n"
"Each system call of the program and of what it starts: pid, name, what was\n"
"in the registers, and the result; on standard error, or in FILE. Nothing is\n"
"decoded: strace does that better. The status is the program's.\n";

static int refuse(const char *word, const char *what)
{
	return refuse_word("trace", word, what);
}

/* From the words to the program's path and where the lines go. */
static int read_options(char ***words, int *out)
{
	char **word = *words;

	if (*word && strcmp(*word, "-o") == 0 && word[1]) {
		*out = open(word[1], O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC,
			    0666);
		if (*out < 0)
			return refuse(word[1], strerror(errno)) - 1;
		word += 2;
	}
	if (*word && strcmp(*word, "--") == 0)
		word++;
	else if (*word && **word == '-')
		return refuse(*word, "no such option (premain trace --help)");
	*words = word;
	return *word ? 0 : refuse("PROGRAM", "is missing (premain trace "
				  "--help)");
}

int premain_trace(char **words)
{
	static struct tracer tracer;
	const char *wrong;
	char *program;
	int status;

	if (*words && (strcmp(*words, "--help") == 0 ||
		       strcmp(*words, "-h") == 0))
		return fputs(help, stdout) < 0;
	tracer.out = 2;
	status = read_options(&words, &tracer.out);
	if (status)
		return status;
	program = run_find(words[0]);
	if (!program)
		return refuse(words[0], "no such program") - 1;
	words[0] = program;
	wrong = tracer_follow(&tracer, words);
	if (wrong)
		refuse(program, wrong);
	free(program);
	if (wrong)
		return 1;
	return run_exit_status(tracer.status);
}
