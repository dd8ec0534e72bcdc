/*
 * premain/trace.c
 *
 * premain trace: the system calls of a program, without strace.
 */
#include "premain/run/run.h"
#include "premain/subcommands.h"
#include "premain/words/words.h"
#include "premain/tracer/tracer.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static int refuse(const char *word, const char *what)
{
	return refuse_word("trace", word, what);
}

/* From the words to the program's path and where the lines go. */
static int read_options(char ***words, int *out)
{
	struct value output = {0};

	while (**words && is_option(**words))
		if (take_option("trace", "-o=FILE\0", &output, words) != 0)
			return 2;
	if (**words && strcmp(**words, "--") == 0)
		++*words;
	if (!**words)
		return refuse("PROGRAM", "is missing (premain trace --help)");
	if (!output.word)
		return 0;
	*out = open(output.word, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC,
		    0666);
	return *out < 0 ? refuse(output.word, NULL) - 1 : 0;
}

/* A signal that has ended the program ends premain, too, as it does strace:
 * who waits for it sees the same. */
static int end_as(int status)
{
	const struct rlimit none = {0, 0};	/* the core is the program's */

	if (WIFSIGNALED(status)) {
		setrlimit(RLIMIT_CORE, &none);
		signal(WTERMSIG(status), SIG_DFL);
		raise(WTERMSIG(status));
	}
	return run_exit_status(status);
}

int premain_trace(char **words)
{
	static struct tracer tracer;
	const char *wrong;
	char *program;
	int status;

	tracer.out = 2;
	status = read_options(&words, &tracer.out);
	if (status)
		return status;
	program = run_find(words[0]);
	if (!program)
		return refuse_program("trace", words[0]);
	wrong = tracer_follow(&tracer, program, words);
	if (wrong)
		refuse(program, wrong);
	free(program);
	if (wrong)
		return 1;
	return end_as(tracer.status);
}
