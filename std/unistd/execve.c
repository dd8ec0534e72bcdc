/*
 * std/unistd/execve.c - another program takes the process; returns only to
 * fail
 *
 * Source: execve(2), POSIX.1-2024 execve.
 */
#include <unistd.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int execve(const char *path, char *const arguments[],
	char *const environment[])
{
	return (int)__premain_result(sys_execve(path, arguments,
		environment));
}
