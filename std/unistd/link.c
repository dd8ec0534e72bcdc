/*
 * std/unistd/link.c - gives a file another name
 *
 * Source: link(2), POSIX.1-2024 link.
 */
#include <unistd.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int link(const char *path, const char *next)
{
	return (int)__premain_result(sys_link(path, next));
}
