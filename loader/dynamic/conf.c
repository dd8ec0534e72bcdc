/*
 * loader/dynamic/conf.c - a folder a line; a line without a slash in front is a
 * comment
 */
#include <stdbool.h>

#include <premain/syscalls.h>

#include "loader/dynamic/conf.h"
#include "loader/dynamic/files.h"

static char large_folders[2048];

const char *conf_folders(void)
{
	static bool asked;
	long fd, size;

	if (asked)
		return large_folders;
	asked = true;
	fd = open_file("/etc/ld-premain.so.conf", 0);
	if (fd < 0)
		return large_folders;
	size = sys_pread64((int)fd, large_folders, sizeof large_folders - 1, 0);
	large_folders[size > 0 ? size : 0] = '\0';
	close_later(fd);
	return large_folders;
}
