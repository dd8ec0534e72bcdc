/*
 * std/sys/stat/fchmod.c - changes an open file's permissions
 *
 * Source: chmod(2), POSIX.1-2024 fchmod.
 */
#include <sys/stat.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int fchmod(int file, mode_t mode)
{
	return (int)__premain_result(sys_fchmod(file, mode));
}
