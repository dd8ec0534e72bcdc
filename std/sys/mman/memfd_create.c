/*
 * std/sys/mman/memfd_create.c - a file in memory that has no path
 *
 * Source: memfd_create(2).
 */
#include <sys/mman.h>
#include <premain/syscalls.h>
#include "crt/need.h"
#include "std/errno/result.h"

/* a descriptor could become 0, 1 or 2 */
NEED(__premain_start_secure);

int memfd_create(const char *name, unsigned int flags)
{
	return (int)__premain_result(sys_memfd_create(name, flags));
}
