/*
 * std/stdio/span.c - loops.h's span for snprintf: eight bytes at a time
 *
 * Whole aligned words are read, also where the text begins or ends within one:
 * a word does not reach into another page, so the read cannot fault. A byte is
 * 0 where neither it nor it + 127, seven bits wide, has the highest bit.
 */
#include "std/stdio/loops.h"

typedef uint64_t __attribute__((__may_alias__)) word;

#define EACH(byte) (0x0101010101010101u * (byte))

/* The highest bit of each byte that is 0. */
static inline word zeros(word bytes)
{
	return ~(((bytes & EACH(0x7f)) + EACH(0x7f)) | bytes | EACH(0x7f));
}

long __premain_span(const char *text, char stop, long most)
{
	const word *at = (const word *)((uintptr_t)text & -8ul);
	word ours = ~0ul << 8 * ((uintptr_t)text & 7);
	word stops = EACH((unsigned char)stop);
	long length = (const char *)at - text;	/* 0 or less */

	for (; most < 0 || length < most; length += 8, ours = ~0ul) {
		word found = (zeros(*at) | zeros(*at ^ stops)) & ours;

		at++;
		if (found) {
			length += __builtin_ctzl(found) / 8;
			return most < 0 || length < most ? length : most;
		}
	}
	return most;
}
