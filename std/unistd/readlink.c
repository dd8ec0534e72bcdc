/*
 * std/unistd/readlink.c - where a symbolic link points: the bytes without a
 * NUL, returns how many
 *
 * Source: readlink(2), POSIX.1-2024 readlink.
 */
#include <limits.h>
#include <unistd.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

ssize_t readlink(const char *restrict path, char *restrict target,
	size_t size)
{
	int limit = size < INT_MAX ? (int)size : INT_MAX;

	return __premain_result(sys_readlink(path, target, limit));
}
