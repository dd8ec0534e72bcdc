/*
 * std/dirent/folder.h - a folder that is being read
 *
 * Source: getdents64(2).
 */
#ifndef STD_DIRENT_FOLDER_H
#define STD_DIRENT_FOLDER_H

#include <dirent.h>

/* what is behind DIR: the entries that the last getdents64 gave */
struct __premain_folder {
	int file;
	int next;		/* offset of the next entry in `entries` */
	int end;		/* offset behind the last one */
	_Alignas(struct dirent) char entries[8192];
};

#endif
