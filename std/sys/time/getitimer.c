/*
 * std/sys/time/getitimer.c - what is left of a timer
 *
 * Source: getitimer(2).
 */
#include <sys/time.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int getitimer(int timer, struct itimerval *now)
{
	return (int)__premain_result(sys_getitimer(timer, now));
}
