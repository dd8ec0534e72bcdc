/*
 * std/sys/mman/mmap.c - maps a file, or with MAP_ANONYMOUS memory; MAP_FAILED
 * if not
 *
 * Source: mmap(2), POSIX.1-2024 mmap.
 */
#include <sys/mman.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

void *mmap(void *address, size_t size, int protection, int flags, int file,
	off_t offset)
{
	return (void *)__premain_result(sys_mmap(address, size,
		(unsigned long)protection, (unsigned long)flags, file,
		(unsigned long)offset));
}
