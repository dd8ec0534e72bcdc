/*
 * std/unistd/fchdir.c - goes to an open folder
 *
 * Source: chdir(2), POSIX.1-2024 fchdir.
 */
#include <unistd.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int fchdir(int folder)
{
	return (int)__premain_result(sys_fchdir(folder));
}
