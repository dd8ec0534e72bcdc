/*
 * std/sys/time/gettimeofday.c - the time since 1970 in microseconds
 *
 * Source: gettimeofday(2).
 */
#include <sys/time.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int gettimeofday(struct timeval *restrict now, void *restrict zone)
{
	return (int)__premain_result(sys_gettimeofday(now, zone));
}
