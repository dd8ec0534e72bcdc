/* std/stdio/format.h - formatted text on its way to a descriptor or an array */
#ifndef STD_STDIO_FORMAT_H
#define STD_STDIO_FORMAT_H

#include <stdarg.h>
#include <stddef.h>

/* A format, and where its text goes. */
struct format {
	/*
	 * Adds `count`, at least 1, to the total and puts as many bytes; with a
	 * step of 0, the same byte again and again.
	 */
	void (*put)(struct format *format, const char *bytes, long step,
		    long count);
	const char *next;		/* what is left of the format */
	long total;			/* the bytes of the text so far */
	va_list args;
};

/*
 * Formats (C23 7.23.6.1). Returns the bytes of the whole text, those that an
 * array could not take included; or -EINVAL where a conversion does not exist,
 * -EOVERFLOW where the text is over INT_MAX.
 */
long __premain_format(struct format *format);

/* The same, compiled for speed (format_fast.c). */
long __premain_format_fast(struct format *format);

/*
 * Stores `count` for %n in an integer of `bits` bits. Returns 0; or -1 in
 * programs that are linked without percent-n.o.
 */
long __premain_percent_n(void *place, unsigned long bits, long count);

/*
 * Formats to a descriptor, up to 512 bytes in one write(2). Returns the bytes
 * written; or -1 with errno: EINVAL and EOVERFLOW, where nothing is written,
 * or write's.
 */
int __premain_vdprintf(int descriptor, const char *format, va_list args);

#endif
