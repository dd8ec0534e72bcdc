/*
 * std/sys/mman/mremap.c - changes a mapping's size, or moves it; MAP_FAILED if
 * not
 *
 * Source: mremap(2).
 */
#include <stdarg.h>
#include <sys/mman.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

void *mremap(void *address, size_t size, size_t next_size, int flags, ...)
{
	void *next;
	va_list list;

	/* the kernel looks at it only with MREMAP_FIXED or _DONTUNMAP */
	va_start(list, flags);
	next = va_arg(list, void *);
	va_end(list);
	return (void *)__premain_result(sys_mremap(address, size, next_size,
		(unsigned long)flags, next));
}
