/*
 * premain/run/run_tracer_words.c
 *
 * The words of a tracer in front of a program's: it follows all that the
 * program starts, and writes to a file, for a log among the program's own
 * output is one that nobody can read. Source: strace(1); qemu-user(1).
 */
#include "premain/run/run.h"

#include <stdlib.h>
#include <string.h>

char **run_tracer_words(enum tracer_kind kind, const char *tracer,
			const char *log, const char *program,
			char *const *arguments)
{
	const char *strace[] = {tracer, "-f", "-q", "-o", log, "--"};
	const char *qemu[] = {tracer, "-strace", "-D", log};
	const char *own[] = {tracer, "trace", "-o", log, "--"};
	const char **front = kind == TRACER_STRACE ? strace :
			     kind == TRACER_QEMU ? qemu : own;
	size_t used = kind == TRACER_STRACE ? 6 : kind == TRACER_QEMU ? 4 :
		      kind == TRACER_OWN ? 5 : 0;
	size_t count = 0;
	char **words;

	while (arguments[count])
		count++;
	words = calloc(used + count + 2, sizeof *words);
	if (!words)
		return NULL;
	memcpy(words, front, used * sizeof *words);
	words[used] = (char *)program;
	memcpy(words + used + 1, arguments, count * sizeof *words);
	return words;
}
