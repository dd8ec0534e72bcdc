/*
 * std/sys/select/select.c - waits until one of the descriptors below `count`
 * is ready
 *
 * Source: select(2), POSIX.1-2024 select.
 */
#include <sys/select.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int select(int count, fd_set *restrict reading, fd_set *restrict writing,
	fd_set *restrict failing, struct timeval *restrict timeout)
{
	return (int)__premain_result(sys_select(count, reading, writing,
		failing, timeout));
}
