/*
 * std/unistd/dup3.c - dup2 with O_CLOEXEC, and EINVAL for a descriptor on
 * itself
 *
 * Source: dup(2), POSIX.1-2024 dup3.
 */
#include <unistd.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int dup3(int file, int number, int flags)
{
	return (int)__premain_result(sys_dup3(file, number, flags));
}
