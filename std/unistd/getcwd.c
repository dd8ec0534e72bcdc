/*
 * std/unistd/getcwd.c - the path of the current folder, in the caller's bytes,
 * or for NULL in memory from malloc
 * errno: EINVAL (no bytes), ERANGE (too few), ENOENT (it was removed, or lies
 * outside the root), ENOMEM.
 *
 * Source: getcwd(3), POSIX.1-2024 getcwd.
 */
#include <errno.h>
#include <limits.h>
#include <string.h>
#include <unistd.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

char *getcwd(char *path, size_t size)
{
	char whole[PATH_MAX];
	long length;

	if (path != NULL && size == 0) {
		__premain_result(-EINVAL);
		return NULL;
	}
	length = sys_getcwd(path != NULL ? path : whole,
		path != NULL ? size : sizeof(whole));
	/* the kernel marks what is outside: "(unreachable)/..." */
	if (length > 0 && (path != NULL ? path : whole)[0] != '/')
		length = -ENOENT;
	if (path == NULL && size > 0 && length > 0 && (size_t)length > size)
		length = -ERANGE;
	if (__premain_result(length) < 0)
		return NULL;
	return path != NULL ? path : strdup(whole);
}
