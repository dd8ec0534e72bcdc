/*
 * std/dirent/closedir.c - closes a folder and gives its memory back
 *
 * Source: POSIX.1-2024 closedir.
 */
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <premain/syscalls.h>
#include "std/dirent/folder.h"
#include "std/errno/result.h"

int closedir(DIR *folder)
{
	long result = sys_close(folder->file);

	free(folder);
	return (int)__premain_result(result == -EINTR ? 0 : result);
}
