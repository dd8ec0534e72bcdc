/*
 * std/sys/stat/mkfifo.c - makes a named pipe; the umask cuts the mode
 *
 * Source: mkfifo(3), POSIX.1-2024 mkfifo.
 */
#include <sys/stat.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int mkfifo(const char *path, mode_t mode)
{
	return (int)__premain_result(sys_mknod(path, S_IFIFO | mode, 0));
}
