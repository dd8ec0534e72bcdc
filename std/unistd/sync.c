/*
 * std/unistd/sync.c - writes everything to the disks
 *
 * Source: sync(2), POSIX.1-2024 sync.
 */
#include <unistd.h>
#include <premain/syscalls.h>

void sync(void)
{
	sys_sync();
}
