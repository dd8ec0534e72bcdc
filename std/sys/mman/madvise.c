/*
 * std/sys/mman/madvise.c - tells the kernel how pages will be used
 *
 * Source: madvise(2).
 */
#include <sys/mman.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int madvise(void *address, size_t size, int advice)
{
	return (int)__premain_result(sys_madvise(address, size, advice));
}
