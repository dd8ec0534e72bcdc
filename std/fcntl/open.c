/*
 * std/fcntl/open.c - a descriptor for a file; the mode, which the umask cuts,
 * is only read where a file may be made
 *
 * Source: open(2), POSIX.1-2024 open.
 */
#include <fcntl.h>
#include <stdarg.h>
#include <premain/syscalls.h>
#include "crt/need.h"
#include "std/errno/result.h"

/* a descriptor could become 0, 1 or 2 */
NEED(__premain_start_secure);

int open(const char *path, int flags, ...)
{
	unsigned int mode = 0;
	va_list list;

	if ((flags & (O_CREAT | (O_TMPFILE & ~O_DIRECTORY))) != 0) {
		va_start(list, flags);
		mode = va_arg(list, unsigned int);
		va_end(list);
	}
	return (int)__premain_result(sys_open(path, flags, mode));
}
