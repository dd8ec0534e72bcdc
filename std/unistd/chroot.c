/*
 * std/unistd/chroot.c - makes a folder the root of all paths
 *
 * Source: chroot(2).
 */
#include <unistd.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int chroot(const char *path)
{
	return (int)__premain_result(sys_chroot(path));
}
