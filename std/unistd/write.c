/*
 * std/unistd/write.c - writes at most `size` bytes, returns how many
 *
 * Source: write(2), POSIX.1-2024 write.
 */
#include <unistd.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

ssize_t write(int file, const void *bytes, size_t size)
{
	return __premain_result(sys_write(file, bytes, size));
}
