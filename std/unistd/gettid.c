/*
 * std/unistd/gettid.c - the thread's number; never fails
 *
 * Source: gettid(2).
 */
#include <unistd.h>
#include <premain/syscalls.h>

pid_t gettid(void)
{
	return (pid_t)sys_gettid();
}
