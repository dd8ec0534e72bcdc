/*
 * std/unistd/unlinkat.c - unlink in an open folder, or rmdir with AT_REMOVEDIR
 *
 * Source: unlink(2), POSIX.1-2024 unlinkat.
 */
#include <unistd.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int unlinkat(int folder, const char *path, int flags)
{
	return (int)__premain_result(sys_unlinkat(folder, path, flags));
}
