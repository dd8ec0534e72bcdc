/*
 * premain/compare/options.c
 *
 * The command line of compare: options and files in any order; what follows
 * `--` belongs to the programs.
 */
#include "premain/compare/compare.h"
#include "premain/words/words.h"

#include <string.h>

static int read_words(struct options *options, char ***words)
{
	enum {FORMAT, PAGE, PAIR, GCC, ROUNDS, STEPS, TIMEOUT, VERBOSE, ALL};
	static const char takes[] =
		"--format=table|markdown|csv|json\0" "--html=FILE\0"
		"--pair=A,B\0" "--premain-gcc=PATH\0" "--rounds=0..99999\0"
		"--steps=0..999999999999\0" "--timeout=1..86400\0"
		"--verbose\0";
	struct value values[ALL] = {
		[ROUNDS] = {.number = 200}, [STEPS] = {.number = 1000000},
		[TIMEOUT] = {.number = 10}
	};
	int status = 0;

	while (!status && **words && strcmp(**words, "--") != 0) {
		if (is_option(**words))
			status = take_option("compare", takes, values, words);
		else
			options->files[options->file_count++] = *(*words)++;
	}
	options->format = (enum format)values[FORMAT].number;
	options->page = values[PAGE].word;
	options->pair = values[PAIR].word;
	options->premain_gcc = values[GCC].word;
	options->rounds = (unsigned int)values[ROUNDS].number;
	options->steps = values[STEPS].number;
	options->timeout = (int)values[TIMEOUT].number;
	options->verbose = values[VERBOSE].number;
	return status;
}

int options_read(struct options *options, char **words)
{
	int status;

	options->files = words;		/* the files are gathered in front */
	status = read_words(options, &words);
	options->arguments = words + (*words != NULL);
	return status;
}
