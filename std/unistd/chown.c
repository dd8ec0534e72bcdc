/*
 * std/unistd/chown.c - changes a file's owner; -1 leaves one as it is
 *
 * Source: chown(2), POSIX.1-2024 chown.
 */
#include <unistd.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int chown(const char *path, uid_t user, gid_t group)
{
	return (int)__premain_result(sys_chown(path, user, group));
}
