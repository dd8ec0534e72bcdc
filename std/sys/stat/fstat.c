/*
 * std/sys/stat/fstat.c - an open file's status
 *
 * Source: stat(2), POSIX.1-2024 fstat.
 */
#include <sys/stat.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int fstat(int file, struct stat *status)
{
	return (int)__premain_result(sys_fstat(file, status));
}
