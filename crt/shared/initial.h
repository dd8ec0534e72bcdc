/*
 * crt/shared/initial.h - the C library's variables that its loader sets
 *
 * The library lies in the loader's file (layout/ld-premain.ld): no constructor
 * of its own has to run, and every other one finds the environment.
 */
#ifndef CRT_SHARED_INITIAL_H
#define CRT_SHARED_INITIAL_H

#include "crt/stack.h"

/* The start of a process: before anybody else's code runs. */
void __premain_initial(char **envp, const struct auxv_entry *auxv);

/*
 * A variable has moved into the program, with its value (R_X86_64_COPY, psABI
 * 4.4.1): the library goes on with the program's one. It has one such variable.
 */
void __premain_moved(const void *variable, void *place);

#endif
