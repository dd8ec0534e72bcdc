/*
 * std/signal/sigpending.c - which signals have come and wait
 *
 * Source: sigpending(2), POSIX.1-2024 sigpending.
 */
#include <signal.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int sigpending(sigset_t *pending)
{
	return (int)__premain_result(sys_rt_sigpending(&pending->__bits,
		sizeof(*pending)));
}
