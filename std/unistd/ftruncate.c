/*
 * std/unistd/ftruncate.c - cuts a file, or fills it with zeros, to a size
 *
 * Source: truncate(2), POSIX.1-2024 ftruncate.
 */
#include <unistd.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int ftruncate(int file, off_t size)
{
	return (int)__premain_result(sys_ftruncate(file, size));
}
