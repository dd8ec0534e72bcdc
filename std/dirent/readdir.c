/*
 * std/dirent/readdir.c - the folder's next entry, good until the next call;
 * NULL at the end (errno as it was) and on errors
 *
 * Source: POSIX.1-2024 readdir, getdents64(2).
 */
#include <errno.h>
#include <dirent.h>
#include <stddef.h>
#include <premain/syscalls.h>
#include "std/dirent/folder.h"
#include "std/errno/result.h"

_Static_assert(offsetof(struct dirent, d_reclen) == 16
	&& offsetof(struct dirent, d_type) == 18
	&& offsetof(struct dirent, d_name) == 19, "getdents64(2)");

struct dirent *readdir(DIR *folder)
{
	struct dirent *entry;

	if (folder->next >= folder->end) {
		long size = sys_getdents64(folder->file, folder->entries,
			sizeof(folder->entries));

		/* a folder that was removed is a folder at its end */
		if (size == -ENOENT)
			size = 0;
		if (__premain_result(size) <= 0)
			return NULL;
		folder->next = 0;
		folder->end = (int)size;
	}
	entry = (struct dirent *)(folder->entries + folder->next);
	folder->next += entry->d_reclen;
	return entry;
}
