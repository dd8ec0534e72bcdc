/*
 * std/time/nanosleep.c - waits; EINTR and the rest if a signal's handler ran
 *
 * Source: nanosleep(2), POSIX.1-2024 nanosleep.
 */
#include <time.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int nanosleep(const struct timespec *wait, struct timespec *rest)
{
	return (int)__premain_result(sys_nanosleep(wait, rest));
}
