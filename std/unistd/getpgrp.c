/*
 * std/unistd/getpgrp.c - the process' group; never fails
 *
 * Source: getpgrp(2), POSIX.1-2024 getpgrp.
 */
#include <unistd.h>
#include <premain/syscalls.h>

pid_t getpgrp(void)
{
	return (pid_t)sys_getpgrp();
}
