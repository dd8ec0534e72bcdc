/*
 * premain/trace/trace_read.c
 *
 * A log that is a file, or comes through a pipe, piece by piece.
 */
#include "premain/trace/trace.h"

#include <unistd.h>

ssize_t trace_read(struct trace *trace, int fd)
{
	char bytes[16384];
	ssize_t length = read(fd, bytes, sizeof bytes);

	if (length > 0)
		trace_feed(trace, bytes, (size_t)length);
	else
		trace_end(trace);
	return length;
}
