/*
 * std/unistd/lchown.c - chown that does not follow a symbolic link
 *
 * Source: chown(2), POSIX.1-2024 lchown.
 */
#include <unistd.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int lchown(const char *path, uid_t user, gid_t group)
{
	return (int)__premain_result(sys_lchown(path, user, group));
}
