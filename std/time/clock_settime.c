/*
 * std/time/clock_settime.c - sets a clock
 *
 * Source: clock_gettime(2), POSIX.1-2024 clock_settime.
 */
#include <time.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int clock_settime(clockid_t clock, const struct timespec *now)
{
	return (int)__premain_result(sys_clock_settime(clock, now));
}
