/*
 * std/unistd/fchown.c - chown for an open file
 *
 * Source: chown(2), POSIX.1-2024 fchown.
 */
#include <unistd.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int fchown(int file, uid_t user, gid_t group)
{
	return (int)__premain_result(sys_fchown(file, user, group));
}
