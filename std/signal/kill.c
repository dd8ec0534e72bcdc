/*
 * std/signal/kill.c - sends a signal to a process, a group (negative, 0) or
 * all (-1)
 *
 * Source: kill(2), POSIX.1-2024 kill.
 */
#include <signal.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int kill(pid_t process, int signal)
{
	return (int)__premain_result(sys_kill(process, signal));
}
