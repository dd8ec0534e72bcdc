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

/* Joins the texts up to NULL; `failure` as the first one means what it has. */
bool fail(const char *text, ...);

/* A complaint of loader/elf. */
bool fail_by(const struct complaint *complaint);

/* A path that open gave -errno for. */
bool fail_open(const char *path, long error);

/* Prints the line; what failed can be done without. */
void fail_warning(void);

/* Prints the line and ends the process with status 127. */
_Noreturn void fail_start(void);

#endif
