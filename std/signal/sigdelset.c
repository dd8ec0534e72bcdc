/*
 * std/signal/sigdelset.c - takes a signal out of a set
 * errno: EINVAL (signals are 1 to 64).
 *
 * Source: POSIX.1-2024 sigdelset.
 */
#include <errno.h>
#include <signal.h>
#include "std/errno/result.h"

int sigdelset(sigset_t *set, int signal)
{
	if (signal < 1 || signal >= NSIG)
		return (int)__premain_result(-EINVAL);
	set->__bits &= ~(1UL << (signal - 1));
	return 0;
}
