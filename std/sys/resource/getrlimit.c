/*
 * std/sys/resource/getrlimit.c - how much of a resource the process may use
 *
 * Source: getrlimit(2), POSIX.1-2024 getrlimit.
 */
#include <sys/resource.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int getrlimit(int resource, struct rlimit *limit)
{
	return (int)__premain_result(sys_getrlimit((unsigned int)resource,
		limit));
}
