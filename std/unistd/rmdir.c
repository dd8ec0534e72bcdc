/*
 * std/unistd/rmdir.c - removes an empty folder
 *
 * Source: rmdir(2), POSIX.1-2024 rmdir.
 */
#include <unistd.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int rmdir(const char *path)
{
	return (int)__premain_result(sys_rmdir(path));
}
