/*
 * std/sys/stat/utimensat.c - sets when a file was read and written
 *
 * Source: utimensat(2), POSIX.1-2024 utimensat.
 */
#include <sys/stat.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int utimensat(int folder, const char *path, const struct timespec times[2],
	int flags)
{
	return (int)__premain_result(sys_utimensat(folder, path, times, flags));
}
