/*
 * std/unistd/getsid.c - a process' session; 0 is the caller
 *
 * Source: getsid(2), POSIX.1-2024 getsid.
 */
#include <unistd.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

pid_t getsid(pid_t process)
{
	return (pid_t)__premain_result(sys_getsid(process));
}
