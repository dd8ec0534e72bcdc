/*
 * std/unistd/usleep.c - waits so many microseconds; EINTR if a signal's
 * handler ran
 *
 * Source: usleep(3).
 */
#include <stddef.h>
#include <time.h>
#include <unistd.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int usleep(useconds_t microseconds)
{
	struct timespec wait = {
		microseconds / 1000000, microseconds % 1000000 * 1000
	};

	return (int)__premain_result(sys_nanosleep(&wait, NULL));
}
