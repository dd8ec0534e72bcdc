/*
 * std/sys/resource/prlimit.c - getrlimit and setrlimit in one, for any process
 * (0: this)
 *
 * Source: prlimit(2).
 */
#include <sys/resource.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int prlimit(pid_t process, int resource, const struct rlimit *next,
	struct rlimit *before)
{
	return (int)__premain_result(sys_prlimit64(process,
		(unsigned int)resource, (const void *)next, (void *)before));
}
