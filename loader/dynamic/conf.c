/*
 * loader/dynamic/conf.c - a folder a line; what begins with # is a comment
 */
#include <stdbool.h>

#include <premain/syscalls.h>

#include "loader/dynamic/conf.h"
#include "loader/dynamic/files.h"

static char large_folders[2048];

/* The same text, but for comments, blanks, and what is no absolute path. */
static void tidy(void)
{
	const char *from = large_folders;
	char *to = large_folders;

	while (*from) {
		while (*from == ' ' || *from == '\t' || *from == '\n')
			from++;
		if (*from == '/' && to > large_folders)
			*to++ = ':';
		if (*from == '/')
			while ((unsigned char)*from > ' ')
				*to++ = *from++;
		while (*from && *from != '\n')
			from++;
	}
	*to = '\0';
}

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
	tidy();
	return large_folders;
}
