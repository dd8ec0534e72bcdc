/*
 * std/unistd/getuid.c - the real user; never fails
 *
 * Source: getuid(2), POSIX.1-2024 getuid.
 */
#include <unistd.h>
#include <premain/syscalls.h>

uid_t getuid(void)
{
	return (uid_t)sys_getuid();
}
