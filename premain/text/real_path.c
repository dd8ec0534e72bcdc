/*
 * premain/text/real_path.c
 *
 * The kernel knows the name of what is open. Source: proc_pid_fd(5).
 */
#include "premain/text/text.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

char *real_path(const char *path)
{
	char link[32], real[4096];
	int fd = open(path, O_PATH | O_CLOEXEC);
	ssize_t length;

	if (fd < 0)
		return NULL;
	snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
	length = readlink(link, real, sizeof real - 1);
	close(fd);
	if (length < 0)
		return NULL;
	real[length] = '\0';
	return strdup(real);
}
