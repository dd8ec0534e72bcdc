/*
 * std/stdio/format.c - the conversions of the printf family
 *
 * All of C23 7.23.6.1 but floating point and wide characters, which do not
 * exist here yet. One pass over the format, no heap, no locale.
 *
 * What few programs use arrives by linking: __premain_percent_n stores for %n
 * in programs that are linked with percent-n.o, and only returns -1 in all
 * others (layout/premain-start.ld). Floating point can come the same way: programs that print
 * none do not carry it.
 */
#include <limits.h>
#include <linux/errno.h>
#include <stdint.h>

#include "std/stdio/format.h"

/* A flag's bit: all flags lie between ' ' and '0' in ASCII. */
#define FLAG(character) (1u << ((character) - ' '))
#define FLAGS (FLAG(' ') | FLAG('#') | FLAG('+') | FLAG('-') | FLAG('0'))

/*
 * The types, each followed by the base of its integer, or by 0. In octal: 12
 * is ten, and 40 says that there is a sign.
 */
#define TYPES "s\0d\52c\0u\12x\20p\20i\52o\10X\20b\2B\2n\0%\0"

enum { BASE = 037, SIGNED = 040 };

struct conversion {
	unsigned int flags;
	unsigned int size;		/* of an integer argument, in bytes */
	long width, precision;		/* precision: negative if not given */
	char type;			/* of TYPES, and so is the base */
	unsigned char base;
};

/* What a conversion has made: it is put behind spaces, or before them. */
struct field {
	long prefix_length;
	long zeros;
	const char *text;
	long length;
};

/* Appends `count` bytes; with a step of 0, the same byte `count` times. */
static void put(struct format *format, const char *bytes, long step, long count)
{
	while (count > 0) {
		char *at = format->at;

		if (at == format->end) {
			format->full(format);
			continue;
		}
		do {
			*at++ = *bytes;
			bytes += step;
		} while (--count && at != format->end);
		format->at = at;
	}
}

/* The next argument: psABI 3.2.3 gives integers and pointers 8 bytes each. */
__attribute__((__noinline__))
static unsigned long argument(struct format *format)
{
	return va_arg(format->args, unsigned long);
}

/* Reads a number, or a star. More than INT_MAX stays more than INT_MAX. */
static long number(struct format *format)
{
	long value = 0;

	if (*format->next == '*') {
		format->next++;
		return (int)argument(format);
	}
	for (;; format->next++) {
		unsigned int digit = (unsigned int)*format->next - '0';

		if (digit > 9)
			return value;
		if (value <= INT_MAX)
			value = value * 10 + digit;
	}
}

/* Reads hh h l ll j z t wN wfN: an integer's size, in bytes. */
static unsigned int size(struct format *format)
{
	unsigned int bytes = sizeof(int);
	int fast;

	for (;; format->next++) {
		switch (*format->next) {
		case 'h':
			bytes /= 2;
			break;
		case 'l': case 'j': case 'z': case 't':
			bytes = sizeof(long);
			break;
		case 'w':
			fast = *++format->next == 'f';
			format->next += fast;
			bytes = (unsigned int)number(format);
			bytes = bytes / 8 | bytes << 29;	/* all of 8 */
			if (fast && bytes > 1)	/* int_fast16_t is long */
				bytes = sizeof(long);
			return bytes;
		default:
			return bytes;
		}
	}
}

/* Reads a conversion, behind its '%'. Returns 0, -EINVAL or -EOVERFLOW. */
static long parse(struct format *format, struct conversion *conversion)
{
	const char *type = TYPES;

	conversion->flags = 0;
	for (;; format->next++) {
		unsigned int flag = (unsigned char)*format->next - ' ';
		unsigned int bit = 1u << (flag & 31);

		if (flag > '0' - ' ' || !(FLAGS & bit))
			break;
		conversion->flags |= bit;
	}
	conversion->width = number(format);
	if (conversion->width < 0) {
		conversion->width = -conversion->width;
		conversion->flags |= FLAG('-');
	}
	conversion->precision = -1;
	if (*format->next == '.') {
		format->next++;
		conversion->precision = number(format);
	}
	conversion->size = size(format);
	conversion->type = *format->next++;
	while (*type && *type != conversion->type)
		type += 2;
	conversion->base = (unsigned char)type[1];
	if (conversion->type == 'p') {
		conversion->type = 'x';
		conversion->size = sizeof(void *);
		conversion->flags |= FLAG('#');
	}
	if (!*type || conversion->size - 1 > 7
	    || conversion->size & (conversion->size - 1))
		return -EINVAL;
	if ((conversion->width | (conversion->precision + 1)) >> 32)
		return -EOVERFLOW;
	return 0;
}

/* Writes the digits of an integer before `end`, and makes its field. */
static void convert_integer(const struct conversion *conversion,
			    uint64_t value, struct field *field,
			    char *prefix, char *end)
{
	unsigned int unused = 64 - 8 * conversion->size;
	unsigned int base = conversion->base & BASE;
	unsigned int flags = conversion->flags;
	char *digit = end;

	value <<= unused;
	if (conversion->base & SIGNED) {
		field->prefix_length = 1;
		if ((int64_t)value < 0) {
			value = -value;
			prefix[0] = '-';
		} else if (flags & FLAG('+')) {
			prefix[0] = '+';
		} else if (flags & FLAG(' ')) {
			prefix[0] = ' ';
		} else {
			field->prefix_length = 0;
		}
	}
	value >>= unused;
	if (flags & FLAG('#') && value && base & (2 | 16))
		field->prefix_length = 2;
	for (; value; value /= base)
		*--digit = (char)("0123456789ABCDEF"[value % base]
				  | (conversion->type & ('a' - 'A')));
	field->text = digit;
	field->length = end - digit;
	field->zeros = conversion->precision;
	if (field->zeros < 0) {
		field->zeros = 1;
		if ((flags & (FLAG('0') | FLAG('-'))) == FLAG('0')
		    && conversion->width > field->prefix_length)
			field->zeros = conversion->width - field->prefix_length;
	}
	field->zeros -= field->length;
	if (base == 8 && flags & FLAG('#') && field->zeros <= 0)
		field->zeros = 1;
	if (field->zeros < 0)
		field->zeros = 0;
}

long __premain_format(struct format *format)
{
	long total;

	for (;;) {
		struct conversion conversion;
		struct field field;
		const char *text = format->next, *end = text;
		char digits[64], prefix[2];
		unsigned long value = '%';
		long spaces, left;
		long error;

		while (*end && *end != '%')
			end++;
		put(format, text, 1, end - text);
		total = (long)format->at - format->origin;
		if (!*end)
			return total > INT_MAX ? -EOVERFLOW : total;
		format->next = end + 1;
		error = parse(format, &conversion);
		if (error)
			return error;
		if (conversion.type != '%')
			value = argument(format);
		prefix[0] = '0';
		prefix[1] = conversion.type;
		field.prefix_length = field.zeros = field.length = 0;
		if (conversion.base) {
			convert_integer(&conversion, value, &field, prefix, digits + sizeof digits);
		} else if (conversion.type == 's') {
			field.text = value ? (const char *)value : "(null)";
			while (field.length != conversion.precision
			       && field.text[field.length])
				field.length++;
		} else if (conversion.type == 'n') {
			if (__premain_percent_n((void *)value, conversion.size, total) < 0)
				return -EINVAL;
			continue;
		} else {
			digits[0] = (char)value;
			field.text = digits;
			field.length = 1;
		}
		spaces = conversion.width - field.prefix_length - field.length - field.zeros;
		left = conversion.flags & FLAG('-') ? 0 : spaces;
		put(format, " ", 0, left);
		put(format, prefix, 1, field.prefix_length);
		put(format, "0", 0, field.zeros);
		put(format, field.text, 1, field.length);
		put(format, " ", 0, spaces - left);
	}
}
