/*
 * std/stdlib/to_integer.c - digits in a base from 2 to 36 become a long, or an
 * unsigned long, of which the sign is a part of the text too
 *
 * Base 0 reads 0x and 0 as C's constants do. "0x" without a digit is the
 * number 0, and the x is left. 0b is C23's and changes what older programs
 * read, so it is 0 and a rest here, as in C11.
 * errno: ERANGE (and the nearest value), EINVAL (a base that is none).
 * Source: C11 7.22.1.4, POSIX.1-2024 strtol.
 */
#include <ctype.h>
#include <errno.h>
#include <limits.h>
#include <stddef.h>
#include "std/errno/result.h"
#include "std/stdlib/to_integer.h"

static unsigned int digit_of(char character)
{
	unsigned int byte = (unsigned char)character;

	if (byte - '0' < 10)
		return byte - '0';
	byte |= 'a' - 'A';
	return byte - 'a' < 26 ? byte - 'a' + 10 : UINT_MAX;
}

unsigned long __premain_to_integer(const char *restrict text,
	char **restrict end, int base, int is_signed)
{
	const char *here = text, *behind = text;
	unsigned long value = 0, limit = ULONG_MAX;
	int negative, overflow = 0;

	if (end != NULL)
		*end = (char *)text;
	if (base < 0 || base == 1 || base > 36) {
		__premain_result(-EINVAL);
		return 0;
	}
	while (isspace((unsigned char)*here))
		here++;
	negative = *here == '-';
	if (*here == '-' || *here == '+')
		here++;
	if ((base == 0 || base == 16) && here[0] == '0'
	    && (here[1] | 0x20) == 'x' && digit_of(here[2]) < 16) {
		here += 2;
		base = 16;
	} else if (base == 0) {
		base = *here == '0' ? 8 : 10;
	}

	/* LONG_MIN is one further from zero than LONG_MAX */
	if (is_signed)
		limit = (unsigned long)LONG_MAX + (unsigned long)negative;
	for (unsigned int digit;
	     (digit = digit_of(*here)) < (unsigned int)base;) {
		if (value > (limit - digit) / (unsigned int)base)
			overflow = 1;
		value = value * (unsigned int)base + digit;
		behind = ++here;
	}
	if (end != NULL)
		*end = (char *)behind;
	if (overflow) {
		__premain_result(-ERANGE);
		value = limit;
		negative &= is_signed;
	}
	return negative ? -value : value;
}
