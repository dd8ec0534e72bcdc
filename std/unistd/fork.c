/*
 * std/unistd/fork.c - a second process like this one: returns 0 there
 *
 * Source: fork(2), POSIX.1-2024 fork.
 */
#include <unistd.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

pid_t fork(void)
{
	return (pid_t)__premain_result(sys_fork());
}
