/*
 * std/sys/resource/getrusage.c - what the process, or its dead children, have
 * used
 *
 * Source: getrusage(2), POSIX.1-2024 getrusage; linux/resource.h.
 */
#include <sys/resource.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

_Static_assert(sizeof(struct rusage) == 2 * 16 + 14 * 8, "linux/resource.h");

int getrusage(int who, struct rusage *use)
{
	return (int)__premain_result(sys_getrusage(who, use));
}
