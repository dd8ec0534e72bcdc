/*
 * premain/words/words.h
 *
 * The words behind a subcommand: its options are read in one way.
 */
#ifndef PREMAIN_WORDS_WORDS_H
#define PREMAIN_WORDS_WORDS_H

#include <stdbool.h>
#include <stdint.h>

#include "premain/text/text.h"

/* What an option was given. Before that: what it is without. */
struct value {
	const char *word;
	uint64_t number;	/* a flag's is 1, a choice's its place from 0 */
};

/*
 * Takes the option at *words, and its value behind `=` or in the next word,
 * and moves *words on. `takes` names the options one behind the other, each
 * with what it takes, and ends with an empty one:
 *
 *	"--verbose\0"			nothing
 *	"--format=table|json\0"		one of these
 *	"--timeout=1..86400\0"		a number; "0.." is any one
 *	"-o=FILE\0"			any word
 *
 * The first one's value goes into values[0], and so on. Returns 0, or 2 behind
 * a line on standard error.
 */
int take_option(const char *subcommand, const char *takes,
		struct value *values, char ***words);

/* Whether a word is an option: "-" and "--" are none. */
static inline bool is_option(const char *word)
{
	return word[0] == '-' && word[1] && (word[1] != '-' || word[2]);
}

/*
 * Says why a word of a subcommand is refused, in one line on standard error:
 * "premain: cost: WORD: WHAT", or errno's text where that is NULL. Returns 2,
 * for its status.
 */
int refuse_word(const char *subcommand, const char *word, const char *what);

/* The same of a program that run_find has not found, and errno says why.
 * Returns 127 where it is not there, and 126 where it may not be executed, as a
 * shell has it. */
int refuse_program(const char *subcommand, const char *name);

/* Writes a text to a file, or to standard output where path is NULL, and frees
 * it; false behind a line on standard error. */
bool write_out(const char *subcommand, const char *path, struct text *text);

#endif
