/*
 * std/signal/raise.c - sends a signal to this thread; returns after its
 * handler
 *
 * Source: C11 7.14.2.1, POSIX.1-2024 raise.
 */
#include <signal.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int raise(int signal)
{
	return (int)__premain_result(sys_tgkill((int)sys_getpid(),
		(int)sys_gettid(), signal));
}
