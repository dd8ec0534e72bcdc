/*
 * crt/shared/initial.h - what a start keeps of the initial stack, where it has
 * come as the arguments of a constructor
 */
#ifndef CRT_SHARED_INITIAL_H
#define CRT_SHARED_INITIAL_H

#include "crt/stack.h"

extern char **__environ;
extern const struct auxv_entry *__premain_auxv;

#endif
