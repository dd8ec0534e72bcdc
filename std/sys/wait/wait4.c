/*
 * std/sys/wait/wait4.c - waitpid that tells what the child has used
 *
 * Source: wait4(2).
 */
#include <sys/wait.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

pid_t wait4(pid_t process, int *status, int options, struct rusage *use)
{
	return (pid_t)__premain_result(sys_wait4(process, status, options,
		use));
}
