/*
 * std/sys/mman/mlock.c - keeps pages in memory
 *
 * Source: mlock(2), POSIX.1-2024 mlock.
 */
#include <sys/mman.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int mlock(const void *address, size_t size)
{
	return (int)__premain_result(sys_mlock(address, size));
}
