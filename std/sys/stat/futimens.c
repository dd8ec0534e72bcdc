/*
 * std/sys/stat/futimens.c - sets when an open file was read and written
 *
 * Source: utimensat(2), POSIX.1-2024 futimens.
 */
#include <stddef.h>
#include <sys/stat.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int futimens(int file, const struct timespec times[2])
{
	return (int)__premain_result(sys_utimensat(file, NULL, times, 0));
}
