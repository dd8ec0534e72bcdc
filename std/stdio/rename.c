/*
 * std/stdio/rename.c - a file takes another name, and the place of what had it
 *
 * Source: rename(2), C11 7.21.4.2, POSIX.1-2024 rename.
 */
#include <stdio.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int rename(const char *path, const char *next)
{
	return (int)__premain_result(sys_rename(path, next));
}
