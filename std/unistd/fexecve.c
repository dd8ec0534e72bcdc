/*
 * std/unistd/fexecve.c - execve for an open file
 *
 * Source: execveat(2), POSIX.1-2024 fexecve.
 */
#include <fcntl.h>
#include <unistd.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int fexecve(int file, char *const arguments[],
	char *const environment[])
{
	return (int)__premain_result(sys_execveat(file, "", arguments,
		environment, AT_EMPTY_PATH));
}
