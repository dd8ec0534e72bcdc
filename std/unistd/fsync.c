/*
 * std/unistd/fsync.c - waits until the file is on the disk
 *
 * Source: fsync(2), POSIX.1-2024 fsync.
 */
#include <unistd.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int fsync(int file)
{
	return (int)__premain_result(sys_fsync(file));
}
