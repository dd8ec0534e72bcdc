/*
 * std/unistd/getgid.c - the real group; never fails
 *
 * Source: getgid(2), POSIX.1-2024 getgid.
 */
#include <unistd.h>
#include <premain/syscalls.h>

gid_t getgid(void)
{
	return (gid_t)sys_getgid();
}
