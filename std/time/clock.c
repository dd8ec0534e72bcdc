/*
 * std/time/clock.c - the processor time of this process, in microseconds
 *
 * Source: C11 7.27.2.1, POSIX.1-2024 clock.
 */
#include <time.h>
#include <premain/syscalls.h>

clock_t clock(void)
{
	struct timespec used;

	if (sys_clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used) < 0)
		return -1;
	return used.tv_sec * CLOCKS_PER_SEC + used.tv_nsec / 1000;
}
