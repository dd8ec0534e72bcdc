/*
 * loader/dynamic/fail.h - one line that says why something was not done
 *
 * At the start it is printed and ends the process; later dlerror returns it.
 * All return false, or NULL, for `return fail(...)`.
 */
#ifndef LOADER_DYNAMIC_FAIL_H
#define LOADER_DYNAMIC_FAIL_H

#include "loader/elf/complaint.h"

#define FAILURE_MAX 1024

/* The last line: without "ld-premain: " in front, without an end. */
extern char failure[FAILURE_MAX];

/* The field that was complained of last; NULL: the line is not of a field. */
extern const char *failed_field;

/* Joins the texts up to NULL. */
bool fail(const char *text, ...);

/* Puts more texts behind those that are there. */
bool fail_more(const char *text, ...);

/* A complaint of loader/elf. */
bool fail_by(const struct complaint *complaint);

/* Prints the line; what failed can be done without. */
void fail_warning(void);

/* Prints the line and ends the process with status 127. */
_Noreturn void fail_start(void);

#endif
