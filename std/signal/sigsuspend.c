/*
 * std/signal/sigsuspend.c - waits for a handler, with another mask: -1 and
 * EINTR
 *
 * Source: sigsuspend(2), POSIX.1-2024 sigsuspend.
 */
#include <signal.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int sigsuspend(const sigset_t *mask)
{
	return (int)__premain_result(sys_rt_sigsuspend(&mask->__bits,
		sizeof(*mask)));
}
