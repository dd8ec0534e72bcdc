/*
 * premain/text/utf8_length.c
 *
 * Source: RFC 3629, section 4 (the table of well-formed sequences).
 */
#include "premain/text/text.h"

static bool follows(unsigned char byte, unsigned char low, unsigned char high)
{
	return byte >= low && byte <= high;
}

size_t utf8_length(const char *bytes, size_t length)
{
	const unsigned char *b = (const unsigned char *)bytes;
	unsigned char low = 0x80, high = 0xbf;
	size_t needed, i;

	if (length == 0)
		return 0;
	if (b[0] < 0x80)
		return 1;
	if (b[0] < 0xc2 || b[0] > 0xf4)
		return 0;
	needed = b[0] < 0xe0 ? 2 : b[0] < 0xf0 ? 3 : 4;
	if (b[0] == 0xe0)
		low = 0xa0;		/* no longer form than needed */
	if (b[0] == 0xed)
		high = 0x9f;		/* no surrogates */
	if (b[0] == 0xf0)
		low = 0x90;
	if (b[0] == 0xf4)
		high = 0x8f;		/* nothing above U+10FFFF */
	if (length < needed || !follows(b[1], low, high))
		return 0;
	for (i = 2; i < needed; i++)
		if (!follows(b[i], 0x80, 0xbf))
			return 0;
	return needed;
}
