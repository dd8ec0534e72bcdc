/*
 * premain/text/text_write.c
 *
 * A whole text to a descriptor: a short write is continued, an interrupted
 * one repeated, and a lost text is an error (ENOMEM). Source: write(2).
 */
#include "premain/text/text.h"

#include <errno.h>
#include <unistd.h>

int text_write(int fd, const struct text *text)
{
	size_t done = 0;

	if (text->lost) {
		errno = ENOMEM;
		return -1;
	}
	while (done < text->length) {
		ssize_t written = write(fd, text->bytes + done,
					text->length - done);

		if (written < 0 && errno != EINTR)
			return -1;
		if (written > 0)
			done += (size_t)written;
	}
	return 0;
}
