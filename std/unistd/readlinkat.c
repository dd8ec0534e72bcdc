/*
 * std/unistd/readlinkat.c - readlink in an open folder
 *
 * Source: readlink(2), POSIX.1-2024 readlinkat.
 */
#include <limits.h>
#include <unistd.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

ssize_t readlinkat(int folder, const char *restrict path,
	char *restrict target, size_t size)
{
	int limit = size < INT_MAX ? (int)size : INT_MAX;

	return __premain_result(sys_readlinkat(folder, path, target, limit));
}
