/*
 * premain/text/text_unpack.c
 *
 * Add what pack.awk has packed: a byte from 128 on stands for two.
 */
#include "premain/text/text.h"

void text_unpack(struct text *text, const char *packed, size_t length,
		 const char *pairs)
{
	for (; length--; packed++) {
		unsigned char byte = (unsigned char)*packed;

		if (byte < 128)
			text_add(text, packed, 1);
		else
			text_unpack(text, pairs + (byte - 128) * 2, 2, pairs);
	}
}
