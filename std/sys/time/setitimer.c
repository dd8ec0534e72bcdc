/*
 * std/sys/time/setitimer.c - a timer that sends a signal, once or again and
 * again
 *
 * Source: getitimer(2).
 */
#include <sys/time.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int setitimer(int timer, const struct itimerval *restrict next,
	struct itimerval *restrict before)
{
	return (int)__premain_result(sys_setitimer(timer,
		next, before));
}
