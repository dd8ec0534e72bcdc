/*
 * std/unistd/read.c - reads at most `size` bytes; 0 is the end of the file
 *
 * Source: read(2), POSIX.1-2024 read.
 */
#include <unistd.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

ssize_t read(int file, void *bytes, size_t size)
{
	return __premain_result(sys_read(file, bytes, size));
}
