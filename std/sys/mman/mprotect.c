/*
 * std/sys/mman/mprotect.c - changes what pages may be used for
 *
 * Source: mprotect(2), POSIX.1-2024 mprotect.
 */
#include <sys/mman.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int mprotect(void *address, size_t size, int protection)
{
	return (int)__premain_result(sys_mprotect(address, size,
		(unsigned long)protection));
}
