/*
 * std/stdlib/at_quick_exit.c - a function for quick_exit to call; -1 behind
 * the 32nd
 *
 * Source: C11 7.22.4.3.
 */
#include <stdlib.h>
#include "std/stdlib/quick_exits.h"

int at_quick_exit(void (*handler)(void))
{
	if (__premain_quick_exit_count == QUICK_EXITS)
		return -1;
	__premain_quick_exits[__premain_quick_exit_count++] = handler;
	return 0;
}
