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

#endif
