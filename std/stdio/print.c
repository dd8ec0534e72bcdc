/*
 * std/stdio/print.c - formats to a descriptor: printf and its family
 *
 * One call is one write(2) for up to 512 bytes, so that the lines of several
 * processes are not torn; longer text goes on with the next 512. The first
 * pass only fills the buffer: so it is known before anything is written that
 * the format is right, and whether one write is enough. If it is not, a second
 * pass writes.
 * Source: POSIX.1-2024 XSH fprintf.
 */
#include <stdio.h>

#include "std/errno/result.h"
#include "std/stdio/format.h"

static void flush(struct format *format)
{
	long count = format->at - format->start;

	format->at = format->start;
	format->passed += count;
	if (format->descriptor >= 0 && !format->failed)
		format->failed = __premain_write_all(
			format->descriptor, format->start, (size_t)count) < 0;
}

int __premain_vdprintf(int descriptor, const char *text, va_list args)
{
	char buffer[512];
	struct format format;
	long total;

	format.end = buffer + sizeof buffer;
	format.full = flush;
	format.descriptor = -1;
	format.failed = 0;
	for (;;) {
		format.at = format.start = buffer;
		format.passed = 0;
		format.next = text;
		va_copy(format.args, args);
		total = __premain_format(&format);
		if (total <= 0)
			return (int)__premain_result(total);
		if (!format.passed || format.descriptor >= 0)
			break;
		format.descriptor = descriptor;
	}
	format.descriptor = descriptor;
	flush(&format);
	return format.failed ? -1 : (int)total;
}
