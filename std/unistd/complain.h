/*
 * std/unistd/complain.h - one line on standard error, in one system call
 *
 * Source: writev(2).
 */
#ifndef STD_UNISTD_COMPLAIN_H
#define STD_UNISTD_COMPLAIN_H

/* at most eight texts, and a NULL behind the last */
void __premain_complain(const char *const *parts);

#endif
