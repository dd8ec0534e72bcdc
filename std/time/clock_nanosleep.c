/*
 * std/time/clock_nanosleep.c - waits by a clock, for a time or with
 * TIMER_ABSTIME until a time. Returns 0 or an error's number; errno stays as
 * it was.
 *
 * Source: clock_nanosleep(2), POSIX.1-2024 clock_nanosleep.
 */
#include <errno.h>
#include <time.h>
#include <premain/syscalls.h>

int clock_nanosleep(clockid_t clock, int flags, const struct timespec *wait,
	struct timespec *rest)
{
	/* POSIX forbids what the kernel would read as "this thread" */
	if (clock == CLOCK_THREAD_CPUTIME_ID)
		return EINVAL;
	return (int)-sys_clock_nanosleep(clock, flags, wait, rest);
}
