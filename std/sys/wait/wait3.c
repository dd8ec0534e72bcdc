/*
 * std/sys/wait/wait3.c - wait that tells what the child has used
 *
 * Source: wait4(2).
 */
#include <sys/wait.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

pid_t wait3(int *status, int options, struct rusage *use)
{
	return (pid_t)__premain_result(sys_wait4(-1, status, options, use));
}
