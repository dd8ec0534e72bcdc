/*
 * std/sys/stat/lstat.c - a file's status, of a symbolic link itself
 *
 * Source: stat(2), POSIX.1-2024 lstat.
 */
#include <sys/stat.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int lstat(const char *restrict path, struct stat *restrict status)
{
	return (int)__premain_result(sys_lstat(path, status));
}
