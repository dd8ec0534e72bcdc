/*
 * premain/text/text_save.c
 *
 * A text becomes a file, whole or not at all: it is written beside the place
 * where it is to be, and takes that place when all of it is there. What is
 * no regular file (a device, a pipe) is written to as it is.
 * Source: rename(2), "atomically replaced"; proc_pid_fd(5).
 */
#include "premain/text/text.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static int write_and_close(int fd, const struct text *text)
{
	int error = text_write(fd, text) == 0 ? 0 : errno;

	if (close(fd) != 0 && !error)
		error = errno;
	errno = error;
	return error ? -1 : 0;
}

/* A file that others may read, as far as the umask lets them. */
static int allow_reading(int fd)
{
	mode_t mask = umask(0);

	umask(mask);
	return fchmod(fd, 0666 & ~mask);
}

static int replace(const char *path, const struct text *text)
{
	struct text beside = {0};
	int fd, error = 0;

	text_format(&beside, "%s.XXXXXX", path);
	if (beside.lost) {
		errno = ENOMEM;
		return -1;
	}
	fd = mkstemp(beside.bytes);
	if (fd < 0 || allow_reading(fd) != 0 ||
	    write_and_close(fd, text) != 0 || rename(beside.bytes, path) != 0)
		error = errno;
	if (fd >= 0 && error)
		unlink(beside.bytes);
	text_free(&beside);
	errno = error;
	return error ? -1 : 0;
}

/* What a descriptor is open for, by its own name: a link stays a link. */
static int replace_opened(int fd, const struct text *text)
{
	char link[32], real[4096];
	ssize_t length;

	snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
	length = readlink(link, real, sizeof real - 1);
	if (length < 0)
		return -1;
	real[length] = '\0';
	return replace(real, text);
}

int text_save(const char *path, const struct text *text)
{
	int fd = open(path, O_PATH | O_CLOEXEC), result;
	struct stat status;

	if (fd < 0 || fstat(fd, &status) != 0)
		return replace(path, text);
	if (S_ISREG(status.st_mode)) {
		result = replace_opened(fd, text);
		close(fd);
		return result;
	}
	close(fd);
	fd = open(path, O_WRONLY | O_CLOEXEC);
	return fd < 0 ? -1 : write_and_close(fd, text);
}
