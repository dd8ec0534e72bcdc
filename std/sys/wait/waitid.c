/*
 * std/sys/wait/waitid.c - waits for a child to end, stop or go on, and can
 * leave it to be waited for again
 *
 * Source: waitid(2), POSIX.1-2024 waitid.
 */
#include <stddef.h>
#include <sys/wait.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int waitid(idtype_t type, id_t id, siginfo_t *information, int options)
{
	return (int)__premain_result(sys_waitid((int)type, (int)id,
		information, options, NULL));
}
