/*
 * std/unistd/geteuid.c - the effective user; never fails
 *
 * Source: geteuid(2), POSIX.1-2024 geteuid.
 */
#include <unistd.h>
#include <premain/syscalls.h>

uid_t geteuid(void)
{
	return (uid_t)sys_geteuid();
}
