/*
 * std/dirent/opendir.c - opens a folder for reading, at its first entry
 *
 * Source: POSIX.1-2024 opendir.
 */
#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <premain/syscalls.h>
#include "crt/need.h"
#include "std/dirent/folder.h"
#include "std/errno/result.h"

/* a descriptor could become 0, 1 or 2 */
NEED(__premain_start_secure);

DIR *opendir(const char *path)
{
	long file = __premain_result(sys_open(path,
		O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0));
	DIR *folder;

	if (file < 0)
		return NULL;
	folder = malloc(sizeof(*folder));
	if (folder == NULL) {
		sys_close((int)file);
		return NULL;
	}
	folder->file = (int)file;
	folder->next = folder->end = 0;
	return folder;
}
