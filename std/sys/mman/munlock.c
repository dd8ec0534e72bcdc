/*
 * std/sys/mman/munlock.c - lets pages go again
 *
 * Source: mlock(2), POSIX.1-2024 munlock.
 */
#include <sys/mman.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int munlock(const void *address, size_t size)
{
	return (int)__premain_result(sys_munlock(address, size));
}
