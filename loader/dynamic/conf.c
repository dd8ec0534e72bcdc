/*
 * loader/dynamic/conf.c - a folder a line; what begins with # is a comment
 */
#include <stdbool.h>

#include <premain/syscalls.h>

#include "loader/dynamic/conf.h"
#include "loader/dynamic/files.h"

static char folders[2048];

/* The same text, but for comments, blanks, and what is no absolute path. */
static void tidy(void)
{
	const char *from = folders;
	char *to = folders;

	while (*from) {
		while (*from == ' ' || *from == '\t' || *from == '\n')
			from++;
		if (*from == '/' && to > folders)
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
		return folders;
	asked = true;
	fd = open_file("/etc/ld-premain.so.conf", 0);
	if (fd < 0)
		return folders;
	size = sys_pread64((int)fd, folders, sizeof folders - 1, 0);
	folders[size > 0 ? size : 0] = '\0';
	close_later(fd);
	tidy();
	return folders;
}
