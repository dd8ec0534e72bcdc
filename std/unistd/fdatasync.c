/*
 * std/unistd/fdatasync.c - waits until the file's bytes are on the disk
 *
 * Source: fdatasync(2), POSIX.1-2024 fdatasync.
 */
#include <unistd.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int fdatasync(int file)
{
	return (int)__premain_result(sys_fdatasync(file));
}
