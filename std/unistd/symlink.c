/*
 * std/unistd/symlink.c - makes a symbolic link at `path`
 *
 * Source: symlink(2), POSIX.1-2024 symlink.
 */
#include <unistd.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int symlink(const char *target, const char *path)
{
	return (int)__premain_result(sys_symlink(target, path));
}
