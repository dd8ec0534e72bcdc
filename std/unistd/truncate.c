/*
 * std/unistd/truncate.c - cuts a file, or fills it with zeros, to a size
 *
 * Source: truncate(2), POSIX.1-2024 truncate.
 */
#include <unistd.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int truncate(const char *path, off_t size)
{
	return (int)__premain_result(sys_truncate(path, size));
}
