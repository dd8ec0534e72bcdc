/*
 * std/sys/stat/mkdirat.c - mkdir in an open folder
 *
 * Source: mkdir(2), POSIX.1-2024 mkdirat.
 */
#include <sys/stat.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int mkdirat(int folder, const char *path, mode_t mode)
{
	return (int)__premain_result(sys_mkdirat(folder, path, mode));
}
