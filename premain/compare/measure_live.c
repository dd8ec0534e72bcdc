/*
 * premain/compare/measure_live.c
 *
 * What is in a program's memory before main, and in its GOT: for the page.
 */
#include "premain/compare/compare.h"

#include <stdlib.h>
#include <string.h>

void measure_live(struct comparison *comparison, struct row *row,
		  const char *program)
{
	char *const *arguments = comparison->options.arguments;
	size_t count = 0;
	char **words;

	if (!comparison->options.page || !row->ran)
		return;
	while (arguments[count])
		count++;
	words = calloc(count + 2, sizeof *words);
	row->live = calloc(1, sizeof *row->live);
	if (words && row->live) {
		words[0] = (char *)program;
		memcpy(words + 1, arguments, count * sizeof *words);
		live_run(row->live, words,
			 comparison->options.timeout * 1000LL,
			 row->outcome.ending <= END_SIGNAL);
	} else {
		comparison->lost = true;
	}
	free(words);
}
