/*
 * std/sys/resource/getpriority.c - -20 (first) to 19 (last); -1 may be a
 * priority, so set errno to 0 before
 *
 * Source: getpriority(2), POSIX.1-2024 getpriority.
 */
#include <sys/resource.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int getpriority(int which, id_t who)
{
	/* the system call counts from 40 down to 1: no value is negative */
	long result = sys_getpriority(which, (int)who);

	if (result < 0)
		return (int)__premain_result(result);
	return (int)(20 - result);
}
