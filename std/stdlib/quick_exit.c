/*
 * std/stdlib/quick_exit.c - calls at_quick_exit's functions, the last one
 * first, and ends the process; atexit's are not called, nothing is flushed
 *
 * Source: C11 7.22.4.7.
 */
#include <stdlib.h>
#include "std/stdlib/quick_exits.h"

void (*__premain_quick_exits[QUICK_EXITS])(void);
int __premain_quick_exit_count;

void quick_exit(int status)
{
	while (__premain_quick_exit_count > 0)
		__premain_quick_exits[--__premain_quick_exit_count]();
	_Exit(status);
}
