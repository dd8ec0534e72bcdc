/*
 * std/stdlib/make_file.c - a new file for its owner alone
 *
 * Source: POSIX.1-2024 mkostemp.
 */
#include <fcntl.h>
#include <premain/syscalls.h>
#include "crt/need.h"
#include "std/stdlib/make_file.h"

/* a descriptor could become 0, 1 or 2 */
NEED(__premain_start_secure);

long __premain_make_file(const char *path, int flags)
{
	return sys_open(path, (flags & ~O_ACCMODE) | O_RDWR | O_CREAT | O_EXCL,
		0600);
}
