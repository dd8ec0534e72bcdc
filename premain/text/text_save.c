/*
 * premain/text/text_save.c
 *
 * A text becomes a file, whole or not at all: it is written beside the place
 * where it is to be, and takes that place when all of it is there. What is
 * no regular file (a device, a pipe) is written to as it is.
 * Source: rename(2), "atomically replaced".
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

int text_save(const char *path, const struct text *text)
{
	struct stat status;
	char *real;
	int result, fd;

	if (stat(path, &status) != 0)
		return replace(path, text);
	if (!S_ISREG(status.st_mode)) {
		fd = open(path, O_WRONLY | O_CLOEXEC);
		return fd < 0 ? -1 : write_and_close(fd, text);
	}
	real = real_path(path);		/* a link stays a link */
	result = real ? replace(real, text) : -1;
	free(real);
	return result;
}
