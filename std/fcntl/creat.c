/*
 * std/fcntl/creat.c - an empty file, open for writing
 *
 * Source: open(2), POSIX.1-2024 creat.
 */
#include <fcntl.h>
#include <premain/syscalls.h>
#include "crt/need.h"
#include "std/errno/result.h"

/* a descriptor could become 0, 1 or 2 */
NEED(__premain_start_secure);

int creat(const char *path, mode_t mode)
{
	return (int)__premain_result(sys_creat(path, mode));
}
