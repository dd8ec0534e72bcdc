/*
 * std/stdlib/environment.h - the environment as the runtime's own name for it,
 * because C leaves the name environ to the program
 *
 * Source: C11 7.1.3, POSIX.1-2024 XBD 8.1.
 */
#ifndef STD_STDLIB_ENVIRONMENT_H
#define STD_STDLIB_ENVIRONMENT_H

#include <stddef.h>

/* set at the start: crt/environ.asm */
extern char **__environ;

/* The place of NAME=... in the environment, or NULL: find_variable.c */
char **__premain_find_variable(const char *name, size_t length);

/* The variable NAME becomes this NAME=VALUE: change_variable.c */
int __premain_change_variable(char *assignment, size_t length);

#endif
