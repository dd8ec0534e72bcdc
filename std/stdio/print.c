/*
 * std/stdio/print.c - formats to a descriptor: printf and its family
 *
 * One call is one write(2) for up to 512 bytes, so that the lines of several
 * processes are not torn; longer text goes on with the next 512. The first
 * pass over the format only counts: so it is known that the format is right
 * before anything is written. Where the buffer took all, it has it already;
 * else a second pass writes.
 * Source: POSIX.1-2024 XSH fprintf.
 */
#include <stdio.h>

#include "std/errno/result.h"
#include "std/stdio/format.h"

struct print {
	struct format format;		/* first: put gets its address */
	int descriptor;
	unsigned int used;
	int written;		/* 0: counting; negative: a write failed */
	char buffer[512];
};

static void put(struct format *format, const char *bytes, long step, long count)
{
	struct print *print = (struct print *)format;

	format->total += count;
	do {
		if (print->used == sizeof print->buffer) {
			if (print->written <= 0)
				return;
			print->written = (int)__premain_write_all(
				print->descriptor, print->buffer,
				sizeof print->buffer);
			print->used = 0;
		}
		print->buffer[print->used++] = *bytes;
		bytes += step;
	} while (--count);
}

int __premain_vdprintf(int descriptor, const char *format, va_list args)
{
	struct print print;
	long total;

	print.descriptor = descriptor;
	for (print.written = 0; ; print.written = 1) {
		print.used = 0;
		print.format.put = put;
		print.format.next = format;
		print.format.total = 0;
		va_copy(print.format.args, args);
		total = __premain_format(&print.format);
		if (total <= 0)
			return (int)__premain_result(total);
		if (total <= (long)sizeof print.buffer || print.written)
			break;
	}
	if (print.written < 0
	    || __premain_write_all(print.descriptor, print.buffer,
				   print.used) < 0)
		return -1;
	return (int)total;
}
