/*
 * std/sys/stat/fchmodat.c - chmod in an open folder
 * errno: EOPNOTSUPP (AT_SYMLINK_NOFOLLOW: Linux links have no mode).
 *
 * Source: chmod(2), POSIX.1-2024 fchmodat.
 */
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int fchmodat(int folder, const char *path, mode_t mode, int flags)
{
	if (flags == AT_SYMLINK_NOFOLLOW)
		return (int)__premain_result(-EOPNOTSUPP);
	if (flags != 0)
		return (int)__premain_result(-EINVAL);
	return (int)__premain_result(sys_fchmodat(folder, path, mode));
}
