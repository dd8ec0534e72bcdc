/*
 * premain/compare/measure_live.c
 *
 * What is in a program's memory before main, and in its GOT: for the page and
 * for JSON.
 */
#include "premain/compare/compare.h"

#include <stdlib.h>

void measure_live(struct comparison *comparison, struct row *row,
		  const char *program)
{
	char **words;

	if ((!comparison->options.page &&
	     comparison->options.format != FORMAT_JSON) || !row->ran)
		return;
	words = program_words(comparison, 1);
	row->live = calloc(1, sizeof *row->live);
	if (words && row->live) {
		words[0] = (char *)program;
		live_run(row->live, words,
			 comparison->options.timeout * 1000LL,
			 row->outcome.ending <= END_SIGNAL);
	} else {
		comparison->lost = true;
	}
	free(words);
}
