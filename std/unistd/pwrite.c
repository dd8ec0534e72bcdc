/*
 * std/unistd/pwrite.c - writes at a place, without moving the file's own
 *
 * Source: pwrite(2), POSIX.1-2024 pwrite.
 */
#include <unistd.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

ssize_t pwrite(int file, const void *bytes, size_t size, off_t offset)
{
	return __premain_result(sys_pwrite64(file, bytes, size, offset));
}
