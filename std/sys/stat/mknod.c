/*
 * std/sys/stat/mknod.c - makes a device, a named pipe, a socket or a file
 * errno: EINVAL (a device number beyond the kernel's 32 bits).
 *
 * Source: mknod(2), POSIX.1-2024 mknod.
 */
#include <errno.h>
#include <limits.h>
#include <sys/stat.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int mknod(const char *path, mode_t mode, dev_t device)
{
	if (device > UINT_MAX)
		return (int)__premain_result(-EINVAL);
	return (int)__premain_result(
		sys_mknod(path, mode, (unsigned int)device));
}
