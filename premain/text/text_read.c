/*
 * premain/text/text_read.c
 *
 * All that a descriptor still has to give.
 */
#include "premain/text/text.h"

#include <unistd.h>

bool text_read(struct text *text, int fd)
{
	char piece[4096];
	ssize_t length;

	while ((length = read(fd, piece, sizeof piece)) > 0)
		text_add(text, piece, (size_t)length);
	return length == 0;
}
