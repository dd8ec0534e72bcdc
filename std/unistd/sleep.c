/*
 * std/unistd/sleep.c - waits so many seconds; a signal's handler ends it
 * early, and the rest is returned, rounded up
 *
 * Source: POSIX.1-2024 sleep.
 */
#include <time.h>
#include <unistd.h>
#include <premain/syscalls.h>

unsigned int sleep(unsigned int seconds)
{
	struct timespec wait = { seconds, 0 }, rest = { 0, 0 };

	if (sys_nanosleep(&wait, &rest) == 0)
		return 0;
	return (unsigned int)rest.tv_sec + (rest.tv_nsec > 0);
}
