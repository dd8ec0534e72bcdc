/*
 * std/unistd/faccessat.c - access in an open folder, or with AT_EACCESS for
 * the effective user
 *
 * The kernel's faccessat takes no flags, faccessat2 (5.8) does: without flags
 * the older call serves, and works on any kernel.
 * Source: faccessat(2), POSIX.1-2024 faccessat.
 */
#include <unistd.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int faccessat(int folder, const char *path, int mode, int flags)
{
	if (flags == 0)
		return (int)__premain_result(sys_faccessat(folder, path,
			mode));
	return (int)__premain_result(sys_faccessat2(folder, path, mode,
		flags));
}
