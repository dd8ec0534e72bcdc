/*
 * std/stdlib/quick_exits.h - the functions that quick_exit calls
 *
 * Source: C11 7.22.4.3.
 */
#ifndef STD_STDLIB_QUICK_EXITS_H
#define STD_STDLIB_QUICK_EXITS_H

/* C11 7.22.4.3 promises 32 */
#define QUICK_EXITS 32

extern void (*__premain_quick_exits[QUICK_EXITS])(void);
extern int __premain_quick_exit_count;

#endif
