/*
 * std/unistd/access.c - 0 if the real user may use the file so
 *
 * Source: access(2), POSIX.1-2024 access.
 */
#include <unistd.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int access(const char *path, int mode)
{
	return (int)__premain_result(sys_access(path, mode));
}
