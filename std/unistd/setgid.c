/*
 * std/unistd/setgid.c - changes the group; this thread's, so before threads
 * start
 *
 * Source: setgid(2), POSIX.1-2024 setgid.
 */
#include <unistd.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int setgid(gid_t group)
{
	return (int)__premain_result(sys_setgid(group));
}
