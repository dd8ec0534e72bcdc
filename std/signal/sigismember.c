/*
 * std/signal/sigismember.c - 1 if a signal is in a set, else 0
 * errno: EINVAL (signals are 1 to 64).
 *
 * Source: POSIX.1-2024 sigismember.
 */
#include <errno.h>
#include <signal.h>
#include "std/errno/result.h"

int sigismember(const sigset_t *set, int signal)
{
	if (signal < 1 || signal >= NSIG)
		return (int)__premain_result(-EINVAL);
	return (int)(set->__bits >> (signal - 1) & 1);
}
