/*
 * std/signal/sigemptyset.c - a set without signals
 *
 * Source: POSIX.1-2024 sigemptyset.
 */
#include <signal.h>

int sigemptyset(sigset_t *set)
{
	set->__bits = 0;
	return 0;
}
