/*
 * std/unistd/getpid.c - the process' number; never fails
 *
 * Source: getpid(2), POSIX.1-2024 getpid.
 */
#include <unistd.h>
#include <premain/syscalls.h>

pid_t getpid(void)
{
	return (pid_t)sys_getpid();
}
