/*
 * std/dirent/dirfd.c - the descriptor of a folder; closedir closes it
 *
 * Source: POSIX.1-2024 dirfd.
 */
#include <dirent.h>
#include "std/dirent/folder.h"

int dirfd(DIR *folder)
{
	return folder->file;
}
