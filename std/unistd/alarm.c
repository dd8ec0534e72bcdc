/*
 * std/unistd/alarm.c - SIGALRM after so many seconds; returns what was left of
 * the alarm before. 0 seconds: no alarm
 *
 * Source: alarm(2), POSIX.1-2024 alarm.
 */
#include <unistd.h>
#include <premain/syscalls.h>

unsigned int alarm(unsigned int seconds)
{
	return (unsigned int)sys_alarm(seconds);
}
