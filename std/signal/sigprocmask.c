/*
 * std/signal/sigprocmask.c - sets and tells which signals wait
 *
 * Source: sigprocmask(2), POSIX.1-2024 sigprocmask.
 */
#include <signal.h>
#include <stddef.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

_Static_assert(sizeof(sigset_t) == 8, "asm/signal.h: 64 signals");

int sigprocmask(int how, const sigset_t *restrict next,
	sigset_t *restrict before)
{
	return (int)__premain_result(sys_rt_sigprocmask(how,
		next != NULL ? &next->__bits : NULL,
		before != NULL ? &before->__bits : NULL, sizeof(sigset_t)));
}
