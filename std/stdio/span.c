/*
 * std/stdio/span.c - loops.h's span for snprintf: eight bytes at a time
 *
 * Whole aligned words are read, also where the text begins or ends within one:
 * a word does not reach into another page, so the read cannot fault. What lies
 * before the text is made 255, which no search finds.
 */
#include "std/stdio/loops.h"

typedef uint64_t __attribute__((__may_alias__)) word;

#define EACH(byte) (0x0101010101010101u * (byte))

/* The first highest bit that is set belongs to the first byte that is 0. */
static inline word zeros(word bytes)
{
	return (bytes - EACH(0x01)) & ~bytes & EACH(0x80);
}

long __premain_span(const char *text, char stop, long most)
{
	const word *at = (const word *)((uintptr_t)text & -8ul);
	word before = ~(~0ul << 8 * ((uintptr_t)text & 7));
	word stops = EACH((unsigned char)stop);
	long length = (const char *)at - text;	/* 0 or less */

	if (most == 0)
		return 0;	/* %.0s: nothing may be read, not even a word */
	for (; most < 0 || length < most; length += 8, before = 0) {
		word found = zeros(*at | before)
			| zeros((*at ^ stops) | before);

		at++;
		if (found) {
			length += __builtin_ctzl(found) / 8;
			return most < 0 || length < most ? length : most;
		}
	}
	return most;
}
