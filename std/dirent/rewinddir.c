/*
 * std/dirent/rewinddir.c - begins a folder anew, as it is now
 *
 * Source: POSIX.1-2024 rewinddir.
 */
#include <dirent.h>
#include <unistd.h>
#include <premain/syscalls.h>
#include "std/dirent/folder.h"

void rewinddir(DIR *folder)
{
	sys_lseek(folder->file, 0, SEEK_SET);
	folder->next = folder->end = 0;
}
