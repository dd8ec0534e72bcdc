/*
 * std/stdio/get.c - the next byte of a stream
 *
 * Standard input is read by the kilobyte into the one buffer there is; other
 * streams cannot be read, and are asked so that read(2) says why.
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

	if (stream->descriptor != 0 || next == end) {
		long count;

		do
			count = sys_read((unsigned int)stream->descriptor,
					 (char *)buffer, sizeof buffer);
		while (count == -EINTR);
		if (count <= 0) {
			__premain_stdin_ended |= count == 0;
			__premain_result(count);
			return EOF;
		}
		next = 0;
		end = count;
	}
	return buffer[next++];
}
