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
	struct format format;		/* first: flush gets its address */
	int descriptor;
	int silent;			/* counting, or a write has failed */
	char buffer[512];
};

static void flush(struct format *format)
{
	struct print *print = (struct print *)format;
	long count = format->at - print->buffer;

	format_move(format, print->buffer);
	if (!print->silent)
		print->silent = __premain_write_all(
			print->descriptor, print->buffer, (size_t)count) < 0;
}

__attribute__((__noinline__))
static long pass(struct print *print, const char *format, va_list args)
{
	print->format.at = print->buffer;
	print->format.end = print->buffer + sizeof print->buffer;
	print->format.origin = (long)print->buffer;
	print->format.full = flush;
	print->format.next = format;
	va_copy(print->format.args, args);
	return __premain_format(&print->format);
}

int __premain_vdprintf(int descriptor, const char *format, va_list args)
{
	struct print print;
	long total;

	print.descriptor = descriptor;
	print.silent = 1;
	total = pass(&print, format, args);
	if (total <= 0)
		return (int)__premain_result(total);
	print.silent = 0;
	if (total > (long)sizeof print.buffer)
		pass(&print, format, args);
	flush(&print.format);
	return print.silent ? -1 : (int)total;
}
