/*
 * std/stdio/write_digits.c - loops.h's write_digits for snprintf
 *
 * Dividing by a constant is a multiplication, and by a power of two a shift:
 * a processor's division takes as long as ten of them.
 */
#include "std/stdio/loops.h"

char *__premain_write_digits(char *end, uint64_t value, unsigned int base,
			     int small)
{
	static const char digits[] = "0123456789ABCDEF";
	unsigned int shift = base == 16 ? 4 : base == 8 ? 3 : 1;

	if (base == 10)
		for (; value; value /= 10)
			*--end = (char)('0' + value % 10);
	else
		for (; value; value >>= shift)
			*--end = (char)(digits[value & (base - 1)] | small);
	return end;
}
