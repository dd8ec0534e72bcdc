/*
 * std/unistd/setpgid.c - moves a process into a group; 0 is the caller, and
 * its own id
 *
 * Source: setpgid(2), POSIX.1-2024 setpgid.
 */
#include <unistd.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int setpgid(pid_t process, pid_t group)
{
	return (int)__premain_result(sys_setpgid(process, group));
}
