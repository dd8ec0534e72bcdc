/* std/stdio/format.h - formatted text on its way to a descriptor or an array */
#ifndef STD_STDIO_FORMAT_H
#define STD_STDIO_FORMAT_H

#include <stdarg.h>
#include <stddef.h>

/*
 * Text is appended at `at`, up to `end`. When that room is used up, `full`
 * moves `at` to new room, and `origin` by as much (format_move).
 */
struct format {
	char *at, *end;
	long origin;			/* at - origin bytes were appended */
	void (*full)(struct format *);
	const char *next;		/* what is left of the format */
	va_list args;
};

/* Goes on at `room`. The text keeps its length. */
static inline void format_move(struct format *format, char *room)
{
	format->origin -= format->at - room;
	format->at = room;
}

/*
 * Formats (C23 7.23.6.1). Returns the bytes of the whole text, those that an
 * array could not take included; or -EINVAL where a conversion does not exist,
 * -EOVERFLOW where a width, a precision or the text is over INT_MAX.
 */
long __premain_format(struct format *format);

/*
 * Stores `count` for %n in an integer of `size` bytes. Returns 0; or -1 in
 * programs that are linked without percent-n.o.
 */
long __premain_percent_n(void *place, unsigned int size, long count);

/*
 * Formats to a descriptor, up to 512 bytes in one write(2). Returns the bytes
 * written; or -1 with errno: EINVAL and EOVERFLOW, where nothing is written,
 * or write's.
 */
int __premain_vdprintf(int descriptor, const char *format, va_list args);

#endif
