/*
 * std/sys/uio/writev.c - write of pieces, one after the other
 *
 * Source: readv(2), POSIX.1-2024 writev.
 */
#include <sys/uio.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

ssize_t writev(int file, const struct iovec *pieces, int count)
{
	return __premain_result(sys_writev(file, pieces, (unsigned long)count));
}
