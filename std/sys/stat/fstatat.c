/*
 * std/sys/stat/fstatat.c - stat in an open folder, lstat with
 * AT_SYMLINK_NOFOLLOW
 *
 * Source: stat(2), POSIX.1-2024 fstatat.
 */
#include <sys/stat.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int fstatat(int folder, const char *restrict path,
	struct stat *restrict status, int flags)
{
	return (int)__premain_result(sys_newfstatat(folder, path, status,
		flags));
}
