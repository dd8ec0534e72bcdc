/*
 * premain/run/read_proc.c
 *
 * Source: proc(5).
 */
#include "premain/run/run.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

void read_whole(struct text *text, const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		return;
	text_read(text, fd);
	close(fd);
}

void read_proc(struct text *text, int pid, const char *name)
{
	char path[64];

	snprintf(path, sizeof path, "/proc/%d/%s", pid, name);
	read_whole(text, path);
}
