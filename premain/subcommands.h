/*
 * premain/subcommands.h
 *
 * The subcommands of premain. Each takes its own words, the list ends with
 * NULL, and returns the status of the program.
 */
#ifndef PREMAIN_SUBCOMMANDS_H
#define PREMAIN_SUBCOMMANDS_H

int premain_compare(char **words);
int premain_contract(char **words);
int premain_cost(char **words);
int premain_diff(char **words);
int premain_explain(char **words);
int premain_ldd(char **words);
int premain_steps(char **words);
int premain_trace(char **words);
int premain_where(char **words);

/*
 * Says why a word of a subcommand is refused, in one line on standard error:
 * "premain: cost: WORD: WHAT". Returns 2, for its status.
 */
int refuse_word(const char *subcommand, const char *word, const char *what);

#endif
