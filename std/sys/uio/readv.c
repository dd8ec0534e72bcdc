/*
 * std/sys/uio/readv.c - read into pieces, one after the other
 *
 * Source: readv(2), POSIX.1-2024 readv.
 */
#include <sys/uio.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

ssize_t readv(int file, const struct iovec *pieces, int count)
{
	return __premain_result(sys_readv(file, pieces, (unsigned long)count));
}
