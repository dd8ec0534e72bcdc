/*
 * std/unistd/pread.c - reads at a place, without moving the file's own
 *
 * Source: pread(2), POSIX.1-2024 pread.
 */
#include <unistd.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

ssize_t pread(int file, void *bytes, size_t size, off_t offset)
{
	return __premain_result(sys_pread64(file, bytes, size, offset));
}
