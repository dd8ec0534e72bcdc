/*
 * std/unistd/unlink.c - takes a file's name away, and with its last name the
 * file
 *
 * Source: unlink(2), POSIX.1-2024 unlink.
 */
#include <unistd.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int unlink(const char *path)
{
	return (int)__premain_result(sys_unlink(path));
}
