/*
 * std/unistd/chdir.c - goes to another folder
 *
 * Source: chdir(2), POSIX.1-2024 chdir.
 */
#include <unistd.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int chdir(const char *path)
{
	return (int)__premain_result(sys_chdir(path));
}
