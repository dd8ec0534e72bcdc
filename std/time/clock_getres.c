/*
 * std/time/clock_getres.c - the smallest step of a clock
 *
 * Source: clock_gettime(2), POSIX.1-2024 clock_getres.
 */
#include <time.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int clock_getres(clockid_t clock, struct timespec *resolution)
{
	return (int)__premain_result(sys_clock_getres(clock, resolution));
}
