/* std/stdio/loops.h - what the small copy of the conversions has of its own */
#ifndef STD_STDIO_LOOPS_H
#define STD_STDIO_LOOPS_H

#include <stdint.h>

/* A call of this function is smaller than its code. */
#define SHARED __attribute__((__noinline__))

/*
 * Returns how many bytes come before a NUL, before `stop` and before `most`,
 * where a negative `most` is no bound.
 */
static inline long span(const char *text, char stop, long most)
{
	long length = 0;

	while (length != most && text[length] && text[length] != stop)
		length++;
	return length;
}

/*
 * Writes the digits of `value` so that they end before `end`: none for 0. With
 * `small`, the difference between the cases, the letters are small. Returns
 * the first digit.
 */
static inline char *write_digits(char *end, uint64_t value, unsigned int base,
				 int small)
{
	for (; value; value /= base) {
		unsigned int digit = '0' + value % base;

		if (digit > '9')
			digit += 'A' - '9' - 1;
		*--end = (char)(digit | (unsigned int)small);
	}
	return end;
}

/* The same, for speed. */
long __premain_span(const char *text, char stop, long most);
char *__premain_write_digits(char *end, uint64_t value, unsigned int base,
			     int small);

#endif
