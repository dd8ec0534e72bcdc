/*
 * std/unistd/getegid.c - the effective group; never fails
 *
 * Source: getegid(2), POSIX.1-2024 getegid.
 */
#include <unistd.h>
#include <premain/syscalls.h>

gid_t getegid(void)
{
	return (gid_t)sys_getegid();
}
