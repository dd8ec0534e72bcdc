/*
 * std/sys/mman/munmap.c - takes pages out of memory
 *
 * Source: mmap(2), POSIX.1-2024 munmap.
 */
#include <sys/mman.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int munmap(void *address, size_t size)
{
	return (int)__premain_result(sys_munmap(address, size));
}
