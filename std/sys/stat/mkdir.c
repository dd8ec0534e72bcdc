/*
 * std/sys/stat/mkdir.c - makes a folder; the umask cuts the mode
 *
 * Source: mkdir(2), POSIX.1-2024 mkdir.
 */
#include <sys/stat.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int mkdir(const char *path, mode_t mode)
{
	return (int)__premain_result(sys_mkdir(path, mode));
}
