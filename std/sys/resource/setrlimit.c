/*
 * std/sys/resource/setrlimit.c - changes how much of a resource the process
 * may use
 *
 * Source: getrlimit(2), POSIX.1-2024 setrlimit.
 */
#include <sys/resource.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int setrlimit(int resource, const struct rlimit *limit)
{
	return (int)__premain_result(sys_setrlimit((unsigned int)resource,
		limit));
}
