/*
 * std/sys/stat/chmod.c - changes a file's permissions
 *
 * Source: chmod(2), POSIX.1-2024 chmod.
 */
#include <sys/stat.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int chmod(const char *path, mode_t mode)
{
	return (int)__premain_result(sys_chmod(path, mode));
}
