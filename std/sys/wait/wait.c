/*
 * std/sys/wait/wait.c - waits for any child to end
 *
 * Source: wait(2), POSIX.1-2024 wait.
 */
#include <stddef.h>
#include <sys/wait.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

pid_t wait(int *status)
{
	return (pid_t)__premain_result(sys_wait4(-1, status, 0, NULL));
}
