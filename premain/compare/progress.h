/*
 * premain/compare/progress.h
 *
 * One line on standard error that says how far it is, and goes again; none
 * where that is no terminal.
 */
#ifndef PREMAIN_COMPARE_PROGRESS_H
#define PREMAIN_COMPARE_PROGRESS_H

#include <stddef.h>

void progress_put(const char *what, size_t number, size_t count);
void progress_end(void);

#endif
