/*
 * premain/text/text_unpack.c
 *
 * Add what pack.awk has packed: a byte that is no ASCII, or a control of it,
 * stands for two.
 */
#include "premain/text/text.h"

bool is_packed(char byte)
{
	return (signed char)byte < ' ' && byte && byte != '\t' && byte != '\n';
}

/* 128 is the first, 1 follows 255. */
const char *packed_pair(char byte, const char *pairs)
{
	return pairs + (unsigned char)(byte + 128) * 2;
}

void text_unpack(struct text *text, const char *packed, size_t length,
		 const char *pairs)
{
	for (; length--; packed++) {
		if (!is_packed(*packed))
			text_add(text, packed, 1);
		else
			text_unpack(text, packed_pair(*packed, pairs), 2,
				    pairs);
	}
}
