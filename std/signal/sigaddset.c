/*
 * std/signal/sigaddset.c - puts a signal into a set
 * errno: EINVAL (signals are 1 to 64).
 *
 * Source: POSIX.1-2024 sigaddset.
 */
#include <errno.h>
#include <signal.h>
#include "std/errno/result.h"

int sigaddset(sigset_t *set, int signal)
{
	if (signal < 1 || signal >= NSIG)
		return (int)__premain_result(-EINVAL);
	set->__bits |= 1UL << (signal - 1);
	return 0;
}
