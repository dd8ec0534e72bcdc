/*
 * std/unistd/setsid.c - a new session, with the caller as its leader
 *
 * Source: setsid(2), POSIX.1-2024 setsid.
 */
#include <unistd.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

pid_t setsid(void)
{
	return (pid_t)__premain_result(sys_setsid());
}
