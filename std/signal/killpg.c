/*
 * std/signal/killpg.c - sends a signal to a group
 * errno: EINVAL (a group below 0 would be a process).
 *
 * Source: POSIX.1-2024 killpg.
 */
#include <errno.h>
#include <signal.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int killpg(pid_t group, int signal)
{
	if (group < 0)
		return (int)__premain_result(-EINVAL);
	return (int)__premain_result(sys_kill(-group, signal));
}
