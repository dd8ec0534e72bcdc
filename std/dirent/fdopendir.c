/*
 * std/dirent/fdopendir.c - reads the folder behind a descriptor, which belongs
 * to the DIR from now on. errno: EBADF, ENOTDIR, ENOMEM.
 *
 * Source: POSIX.1-2024 fdopendir.
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <premain/syscalls.h>
#include "std/dirent/folder.h"
#include "std/errno/result.h"

DIR *fdopendir(int file)
{
	struct stat status;
	long result = sys_fstat(file, &status);
	long flags = sys_fcntl(file, F_GETFL, 0);
	DIR *folder;

	if (result >= 0 && !S_ISDIR(status.st_mode))
		result = -ENOTDIR;
	if (result >= 0 && flags >= 0 && (flags & O_PATH) != 0)
		result = -EBADF;
	if (__premain_result(result) < 0)
		return NULL;
	folder = malloc(sizeof(*folder));
	if (folder == NULL)
		return NULL;
	sys_fcntl(file, F_SETFD, FD_CLOEXEC);
	folder->file = file;
	folder->next = folder->end = 0;
	return folder;
}
