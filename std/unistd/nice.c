/*
 * std/unistd/nice.c - makes the process humbler, returns its new priority; -1
 * may be one, so set errno to 0 before. errno: EPERM (for less than before).
 *
 * Source: nice(2), POSIX.1-2024 nice.
 */
#include <errno.h>
#include <unistd.h>
#include <sys/resource.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int nice(int increment)
{
	/* the system call counts from 1 to 40 so that no value is negative */
	long result = sys_getpriority(PRIO_PROCESS, 0);
	long priority = 20 - result;

	if (increment > 40)
		increment = 40;
	if (increment < -40)
		increment = -40;
	priority += increment;
	if (priority > 19)
		priority = 19;
	if (priority < -20)
		priority = -20;
	result = sys_setpriority(PRIO_PROCESS, 0, (int)priority);
	/* POSIX wants EPERM where setpriority says EACCES */
	if (result < 0)
		return (int)__premain_result(-EPERM);
	return (int)priority;
}
