/*
 * std/unistd/lseek.c - moves the file's place, returns it
 *
 * Source: lseek(2), POSIX.1-2024 lseek.
 */
#include <unistd.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

off_t lseek(int file, off_t offset, int whence)
{
	return __premain_result(sys_lseek(file, offset, (unsigned int)whence));
}
