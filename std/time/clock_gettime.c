/*
 * std/time/clock_gettime.c - what a clock shows
 *
 * Source: clock_gettime(2), POSIX.1-2024 clock_gettime.
 */
#include <time.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int clock_gettime(clockid_t clock, struct timespec *now)
{
	return (int)__premain_result(sys_clock_gettime(clock, now));
}
