/*
 * std/sys/resource/setpriority.c - -20 (first) to 19 (last) for a process, a
 * group or a user
 *
 * Source: getpriority(2), POSIX.1-2024 setpriority.
 */
#include <sys/resource.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int setpriority(int which, id_t who, int priority)
{
	return (int)__premain_result(sys_setpriority(which, (int)who,
		priority));
}
