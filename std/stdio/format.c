/*
 * std/stdio/format.c - the conversions of the printf family
 *
 * All of C23 7.23.6.1 but floating point and wide characters, which do not
 * exist here yet. One pass over the format, no heap, no locale.
 *
 * What few programs use arrives by linking: __premain_percent_n stores for %n
 * in programs that are linked with percent-n.o, and only returns -1 in all
 * others (start.ld). Floating point can come the same way: programs that print
 * none do not carry it.
 */
#include <limits.h>
#include <linux/errno.h>
#include <stdint.h>

#include "std/stdio/format.h"

/* A flag's bit: all flags lie between ' ' and '0' in ASCII. */
#define FLAG(character) (1u << ((character) - ' '))
#define FLAGS (FLAG(' ') | FLAG('#') | FLAG('+') | FLAG('-') | FLAG('0'))

enum { BASE = 0x1f, SIGNED = 0x20 };

/* The types, each with an integer's base, or 0. */
static const unsigned char types[] = {
	'd', SIGNED | 10, 'i', SIGNED | 10, 'u', 10, 'o', 8, 'p', 16,
	'x', 16, 'X', 16, 'b', 2, 'B', 2, 's', 0, 'c', 0, 'n', 0, '%', 0, 0
};

struct field {
	unsigned int flags;
	unsigned int size;		/* of an integer argument, in bytes */
	long width, precision;		/* precision: below 0 if not given */
	unsigned char type, base;	/* of `types` */
};

/* Appends `count` bytes; with a step of 0, the same byte `count` times. */
static void put(struct format *format, const char *bytes, int step, long count)
{
	char *at = format->at;

	for (; count > 0; count--) {
		if (at == format->end) {
			format->at = at;
			format->full(format);
			at = format->at;
		}
		*at++ = *bytes;
		bytes += step;
	}
	format->at = at;
}

/* The next argument: psABI 3.2.3 gives integers and pointers 8 bytes each. */
__attribute__((noinline))
static unsigned long argument(struct format *format)
{
	return va_arg(format->args, unsigned long);
}

/* Reads a number. More than INT_MAX stays more than INT_MAX. */
static long number(struct format *format)
{
	long value = 0;

	if (*format->next == '*') {
		format->next++;
		return (int)argument(format);
	}
	for (; *format->next >= '0' && *format->next <= '9'; format->next++)
		if (value <= INT_MAX)
			value = value * 10 + (*format->next - '0');
	return value;
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
			format->next++;
			fast = *format->next == 'f';
			format->next += fast;
			bytes = (unsigned int)number(format);
			bytes = bytes >> 3 | bytes << 29;
			if (fast && bytes > 1)
				bytes = sizeof(long);
			return bytes;
		default:
			return bytes;
		}
	}
}

/* Reads a conversion, behind its '%'. Returns 0, -EINVAL or -EOVERFLOW. */
static long parse(struct format *format, struct field *field)
{
	const unsigned char *type = types;

	field->flags = 0;
	for (;; format->next++) {
		unsigned int flag = (unsigned char)*format->next - ' ';

		if (flag > '0' - ' ' || !(FLAGS >> flag & 1))
			break;
		field->flags |= 1u << flag;
	}
	field->width = number(format);
	if (field->width < 0) {
		field->width = -field->width;
		field->flags |= FLAG('-');
	}
	field->precision = -1;
	if (*format->next == '.') {
		format->next++;
		field->precision = number(format);
	}
	field->size = size(format);
	field->type = (unsigned char)*format->next++;
	for (; *type != field->type; type += 2)
		if (!*type)
			return -EINVAL;
	field->base = type[1];
	if (!field->type || field->size > 8 || !(0x116 >> field->size & 1))
		return -EINVAL;
	if (field->width > INT_MAX || field->precision > INT_MAX)
		return -EOVERFLOW;
	return 0;
}

static void convert(struct format *format, const struct field *field)
{
	char digits[64], *end = digits + sizeof digits, *text = end;
	char prefix[2] = {'0', (char)field->type};
	uint64_t value = field->type == '%' ? '%' : argument(format);
	long text_length = 0, prefix_length = 0, zeros = 0, spaces, left;

	if (field->base) {
		unsigned int unused = 64 - 8 * field->size;
		unsigned int base = field->base & BASE;

		value <<= unused;
		if (field->base & SIGNED) {
			prefix_length = 1;
			if ((int64_t)value < 0) {
				value = -value;
				prefix[0] = '-';
			}
			else if (field->flags & FLAG('+'))
				prefix[0] = '+';
			else if (field->flags & FLAG(' '))
				prefix[0] = ' ';
			else prefix_length = 0;
		}
		value >>= unused;
		if (field->flags & FLAG('#') && value && base & 18)
			prefix_length = 2;
		for (; value; value /= base)
			*--text = (char)("0123456789ABCDEF"[value % base]
				  | (field->type & ('a' - 'A')));
		text_length = end - text;
		zeros = field->precision;
		if (zeros < 0) {
			zeros = 1;
			if ((field->flags & (FLAG('0') | FLAG('-'))) == FLAG('0')
			    && field->width > prefix_length)
				zeros = field->width - prefix_length;
		}
		zeros -= text_length;
		if (base == 8 && field->flags & FLAG('#') && zeros <= 0)
			zeros = 1;
		if (zeros < 0) zeros = 0;
	} else if (field->type == 's') {
		text = (char *)value;
		if (!text) text = "(null)";
		while (text_length != field->precision && text[text_length])
			text_length++;
	} else if (field->type == 'n') {
		__premain_percent_n((void *)value, field->size, format->passed + (format->at - format->start));
		return;
	} else {
		*--text = (char)value;
		text_length = 1;
	}
	spaces = field->width - prefix_length - text_length - zeros;
	left = field->flags & FLAG('-') ? 0 : spaces;
	put(format, " ", 0, left);
	put(format, prefix, 1, prefix_length);
	put(format, "0", 0, zeros);
	put(format, text, 1, text_length);
	put(format, " ", 0, spaces - left);
}

long __premain_format(struct format *format)
{
	struct field field;
	long error, total;

	for (;;) {
		const char *text = format->next, *end = text;

		while (*end && *end != '%')
			end++;
		put(format, text, 1, end - text);
		if (!*end) break;
		format->next = end + 1;
		error = parse(format, &field);
		if (error)
			return error;
		convert(format, &field);
	}
	total = format->passed + (format->at - format->start);
	return total > INT_MAX ? -EOVERFLOW : total;
}
