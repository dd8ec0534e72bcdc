/*
 * std/time/time.c - seconds since 1970-01-01 00:00 UTC
 *
 * Source: C11 7.27.2.4, time(2).
 */
#include <time.h>
#include <premain/syscalls.h>

time_t time(time_t *now)
{
	return sys_time(now);
}
