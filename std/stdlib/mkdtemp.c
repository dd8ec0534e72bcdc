/*
 * std/stdlib/mkdtemp.c - makes a folder with a new name, for its owner alone;
 * the six X at the pattern's end become the name. Returns the pattern, or
 * NULL.
 *
 * Source: POSIX.1-2024 mkdtemp.
 */
#include <stdlib.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"
#include "std/stdlib/temporary.h"

static long make_folder(const char *path, int flags)
{
	(void)flags;
	return sys_mkdir(path, 0700);
}

char *mkdtemp(char *pattern)
{
	long result = __premain_make_temporary(pattern, make_folder, 0);

	return __premain_result(result) < 0 ? NULL : pattern;
}
