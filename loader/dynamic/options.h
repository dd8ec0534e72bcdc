/*
 * loader/dynamic/options.h - what the environment and the command line ask for
 */
#ifndef LOADER_DYNAMIC_OPTIONS_H
#define LOADER_DYNAMIC_OPTIONS_H

#include "crt/stack.h"

/* Keeps the stack's parts in `process`; obeys LD_*, or removes it if secure. */
void read_environment(struct initial_stack *stack);

/*
 * The options of a direct run, up to the program's path, which is returned;
 * they are taken off the stack. Ends the process where they are wrong.
 */
const char *read_options(struct initial_stack *stack);

/*
 * Takes the words of the stack between two places away: all that follows moves
 * down, the auxiliary vector last, so that the stack pointer stays as it is.
 */
void take_away(void *from, void *behind);

#endif
