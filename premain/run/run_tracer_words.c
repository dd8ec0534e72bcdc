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

enum { FRONT = 6 };		/* words, at most; = is the log's name */

static const char *const fronts[] = {
	[TRACER_NONE] = "", [TRACER_STRACE] = "-f\0-q\0-o\0=\0--\0",
	[TRACER_QEMU] = "-strace\0-D\0=\0", [TRACER_OWN] = "trace\0-o\0=\0--\0"
};

char **run_tracer_words(enum tracer_kind kind, const char *tracer,
			const char *log, const char *program,
			char *const *arguments)
{
	const char *word = fronts[kind];
	size_t used = 0, count = 0;
	char **words;

	while (arguments[count])
		count++;
	words = calloc(FRONT + count + 2, sizeof *words);
	if (!words)
		return NULL;
	if (kind != TRACER_NONE)
		words[used++] = (char *)tracer;
	for (; *word; word += strlen(word) + 1)
		words[used++] = (char *)(*word == '=' ? log : word);
	words[used++] = (char *)program;
	memcpy(words + used, arguments, count * sizeof *words);
	return words;
}
