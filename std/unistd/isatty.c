/*
 * std/unistd/isatty.c - 1 for a terminal, 0 and ENOTTY (or EBADF) for anything
 * else
 *
 * Source: POSIX.1-2024 isatty.
 */
#include <sys/ioctl.h>
#include <unistd.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int isatty(int file)
{
	struct winsize size;

	return __premain_result(sys_ioctl(file, TIOCGWINSZ,
		(unsigned long)&size)) == 0;
}
