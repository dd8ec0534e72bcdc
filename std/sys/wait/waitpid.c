/*
 * std/sys/wait/waitpid.c - waits for a child, a group (negative or 0) or any
 * (-1)
 *
 * Source: wait(2), POSIX.1-2024 waitpid.
 */
#include <stddef.h>
#include <sys/wait.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

pid_t waitpid(pid_t process, int *status, int options)
{
	return (pid_t)__premain_result(sys_wait4(process, status, options,
		NULL));
}
