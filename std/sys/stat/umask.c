/*
 * std/sys/stat/umask.c - the permissions that new files do not get; returns
 * the old
 *
 * Source: umask(2), POSIX.1-2024 umask.
 */
#include <sys/stat.h>
#include <premain/syscalls.h>

mode_t umask(mode_t mask)
{
	return (mode_t)sys_umask((int)mask);
}
