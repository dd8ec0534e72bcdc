/*
 * std/stdio/format.c - the conversions of the printf family
 *
 * All of C23 7.23.6.1 but floating point and wide characters, which do not
 * exist here yet. One pass over the format, no heap, no locale.
 *
 * What few programs use arrives by linking: __premain_percent_n stores for %n
 * in programs that are linked with percent-n.o, and only returns -1 in all
 * others (layout/premain-start.ld). Floating point can come the same way:
 * programs that print none do not carry it.
 */
#include <limits.h>
#include <linux/errno.h>
#include <stdint.h>

#include "std/stdio/format.h"
#include "std/stdio/loops.h"

/* A flag's bit: all flags lie between ' ' and '0' in ASCII. */
#define FLAG(character) (1u << ((character) - ' '))
#define FLAGS (FLAG(' ') | FLAG('#') | FLAG('+') | FLAG('-') | FLAG('0'))

/*
 * The letters behind flags, width and precision, frequent ones first, each
 * followed by what it is: a type by the base of its integer, or by 0; a length
 * by LENGTH. In octal: 12 is ten, 52 is ten and SIGNED.
 */
#define LETTERS \
	"s\0d\52u\12x\120l\200c\0%\0p\120z\200X\120i\52o\10b\102B\102" \
	"h\200j\200t\200w\200n\0" "\0"

enum {
	BASE = 037,
	SIGNED = 040,
	PREFIXED = 0100,		/* # asks for 0x, or the like */
	LENGTH = 0200,
};

struct conversion {
	unsigned int flags;
	unsigned long bits;		/* of an integer argument */
	long width, precision;		/* precision: negative if not given */
	char type;			/* of LETTERS, and so is the base */
	unsigned char base;
};

/* What a conversion has made: it is put behind spaces, or before them. */
struct field {
	long prefix_length;
	long zeros;
	const char *text;
	long length;
};

/* The next argument: psABI 3.2.3 gives integers and pointers 8 bytes each. */
SHARED static unsigned long argument(struct format *format)
{
	return va_arg(format->args, unsigned long);
}

/* Reads a number, or a star. More than INT_MAX stays more than INT_MAX. */
static long number(struct format *format)
{
	const char *next = format->next;
	unsigned int digit;
	long value = 0;

	if (*next == '*') {
		format->next++;
		return (int)argument(format);
	}
	for (; (digit = (unsigned int)*next - '0') <= 9; next++)
		if (value <= INT_MAX)
			value = value * 10 + digit;
	format->next = next;
	return value;
}

/* Reads lengths (hh h l ll j z t wN wfN) and the type. Returns 0 or -EINVAL. */
static long parse_type(struct format *format, struct conversion *conversion)
{
	int fast = 0;

	conversion->bits = 8 * sizeof(int);
	for (;;) {
		const char *letter = LETTERS;

		conversion->type = *format->next++;
		while (*letter && *letter != conversion->type)
			letter += 2;
		conversion->base = (unsigned char)letter[1];
		if (!*letter)
			return -EINVAL;
		if (!(conversion->base & LENGTH))
			break;
		if (*letter == 'h') {
			conversion->bits /= 2;
		} else if (*letter == 'w') {
			if (*format->next == 'f') {
				format->next++;
				fast = 1;
			}
			conversion->bits = (unsigned long)number(format);
		} else {
			conversion->bits = 8 * sizeof(long);
		}
	}
	if (conversion->bits - 8 > 64 - 8
	    || conversion->bits & (conversion->bits - 1))
		return -EINVAL;
	if (fast && conversion->bits > 8)	/* int_fast16_t is long */
		conversion->bits = 64;
	if (conversion->type == 'p') {
		conversion->type = 'x';
		conversion->bits = 64;
		conversion->flags |= FLAG('#');
	}
	return 0;
}

/* Reads a conversion, behind its '%'. Returns 0 or -EINVAL. */
static long parse(struct format *format, struct conversion *conversion)
{
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
	return parse_type(format, conversion);
}

/* Writes the digits of an integer before `end`, and makes its field. */
static void convert_integer(const struct conversion *conversion,
			    uint64_t value, struct field *field,
			    char *prefix, char *end)
{
	unsigned int unused = 64 - (unsigned int)conversion->bits;
	unsigned int base = conversion->base & BASE;
	unsigned int flags = conversion->flags;

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
	if (flags & FLAG('#') && value && conversion->base & PREFIXED)
		field->prefix_length = 2;
	field->text = write_digits(end, value, base,
				   conversion->type & ('a' - 'A'));
	field->length = end - field->text;
	field->zeros = conversion->precision;
	if (field->zeros < 0) {
		field->zeros = 1;
		if ((flags & (FLAG('0') | FLAG('-'))) == FLAG('0')
		    && conversion->width > field->prefix_length)
			field->zeros = conversion->width - field->prefix_length;
	}
	field->zeros -= field->length;
	if (field->zeros <= 0)		/* # of octal: the first digit is 0 */
		field->zeros = base == 8 && flags & FLAG('#');
}

/* Puts nothing where a pad or a prefix is empty, as most are. */
static inline void put(struct format *format, const char *bytes, long step,
		       long count)
{
	if (count > 0)
		format->put(format, bytes, step, count);
}

long __premain_format(struct format *format)
{
	for (;;) {
		struct conversion conversion;
		struct field field;
		const char *text = format->next, *end = text;
		char digits[64], prefix[2];
		unsigned long value = '%';
		long spaces;
		long error;

		end += span(text, '%', -1);
		put(format, text, 1, end - text);
		if (!*end)
			return format->total > INT_MAX ? -EOVERFLOW
				: format->total;
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
			convert_integer(&conversion, value, &field, prefix,
					digits + sizeof digits);
		} else if (conversion.type == 'n') {
			if (__premain_percent_n((void *)value, conversion.bits,
						format->total) < 0)
				return -EINVAL;
			continue;
		} else if (conversion.bits != 8 * sizeof(int)) {
			return -EINVAL;		/* %lc and %ls */
		} else if (conversion.type == 's') {
			field.text = value ? (const char *)value : "(null)";
			field.length = span(field.text, '\0',
					    conversion.precision);
		} else {
			digits[0] = (char)value;
			field.text = digits;
			field.length = 1;
		}
		spaces = conversion.width - field.prefix_length - field.zeros
			- field.length;
		if (!(conversion.flags & FLAG('-'))) {
			put(format, " ", 0, spaces);
			spaces = 0;
		}
		put(format, prefix, 1, field.prefix_length);
		put(format, "0", 0, field.zeros);
		put(format, field.text, 1, field.length);
		put(format, " ", 0, spaces);
	}
}
