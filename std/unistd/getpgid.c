/*
 * std/unistd/getpgid.c - a process' group; 0 is the caller
 *
 * Source: getpgid(2), POSIX.1-2024 getpgid.
 */
#include <unistd.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

pid_t getpgid(pid_t process)
{
	return (pid_t)__premain_result(sys_getpgid(process));
}
