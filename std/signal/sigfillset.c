/*
 * std/signal/sigfillset.c - the set of all 64 signals
 *
 * Source: POSIX.1-2024 sigfillset.
 */
#include <signal.h>

int sigfillset(sigset_t *set)
{
	set->__bits = ~0UL;
	return 0;
}
