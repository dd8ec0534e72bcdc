/*
 * std/stdio/get.c - the next byte of a stream
 *
 * Standard input is read by the kilobyte into the one buffer there is; the
 * other two streams cannot be read (EBADF). The end lasts until clearerr.
 * Source: POSIX.1-2024 XSH fgetc.
 */
#include <linux/errno.h>

#include <premain/syscalls.h>

#include "std/errno/result.h"
#include "std/stdio/stream.h"

unsigned char __premain_stdin_ended;

int __premain_get(FILE *stream)
{
	static unsigned char buffer[BUFSIZ];
	static long next, end;
	long count = -EBADF;

	if (stream->descriptor == 0) {
		if (next < end)
			return buffer[next++];
		if (__premain_stdin_ended)
			return EOF;
		do
			count = sys_read(0, (char *)buffer, sizeof buffer);
		while (count == -EINTR);
	}
	if (count > 0) {
		next = 0;
		end = count;
		return buffer[next++];
	}
	if (count == 0)
		__premain_stdin_ended = 1;
	else
		__premain_stream_errors |=
			(unsigned char)(1u << stream->descriptor);
	__premain_result(count);
	return EOF;
}
