/*
 * std/sys/mman/msync.c - writes mapped pages to their file
 *
 * Source: msync(2), POSIX.1-2024 msync.
 */
#include <sys/mman.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int msync(void *address, size_t size, int flags)
{
	return (int)__premain_result(sys_msync(address, size, flags));
}
