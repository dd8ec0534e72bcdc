/*
 * std/unistd/execv.c - execve with the environment that this program has
 *
 * Source: POSIX.1-2024 execv.
 */
#include <unistd.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"
#include "std/stdlib/environment.h"

int execv(const char *path, char *const arguments[])
{
	return (int)__premain_result(sys_execve(path, arguments, __environ));
}
