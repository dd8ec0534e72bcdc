/*
 * std/unistd/getppid.c - the parent's number, 0 if it is outside the namespace
 *
 * Source: getppid(2), POSIX.1-2024 getppid.
 */
#include <unistd.h>
#include <premain/syscalls.h>

pid_t getppid(void)
{
	return (pid_t)sys_getppid();
}
