/*
 * std/time/timespec_get.c - the time since 1970 in nanoseconds; returns the
 * base, or 0
 *
 * Source: C11 7.27.2.5.
 */
#include <time.h>
#include <premain/syscalls.h>

int timespec_get(struct timespec *now, int base)
{
	if (base != TIME_UTC || sys_clock_gettime(CLOCK_REALTIME, now) < 0)
		return 0;
	return base;
}
