/*
 * premain/run/capture.c
 *
 * The output of a program, of any length, in bounded memory: two outputs are
 * compared by length and hash. Source: FNV-1a, 64 bits, draft-eastlake-fnv.
 */
#include "premain/run/run.h"
#include "premain/text/text.h"

#include <stdlib.h>
#include <string.h>

static const uint64_t fnv_start = 0xcbf29ce484222325;
static const uint64_t fnv_prime = 0x100000001b3;

void capture_take(void *to, const char *bytes, size_t length)
{
	struct capture *capture = to;
	size_t room = RUN_KEPT - capture->length;
	size_t i;

	if (capture->total == 0)
		capture->hash = fnv_start;
	capture->total += length;
	for (i = 0; i < length; i++)
		capture->hash = (capture->hash ^ (unsigned char)bytes[i]) *
				fnv_prime;
	if (!capture->kept && !capture->lost)
		capture->kept = malloc(RUN_KEPT);
	if (!capture->kept) {
		capture->lost = true;
		return;
	}
	if (length > room)
		length = room;
	memcpy(capture->kept + capture->length, bytes, length);
	capture->length += length;
}

/* Text is UTF-8 with the control characters that printf has names for, and
 * escape. A sequence cut by the end of what is kept is no fault. */
bool capture_is_binary(const struct capture *capture)
{
	size_t i = 0;

	while (i < capture->length) {
		unsigned char byte = (unsigned char)capture->kept[i];
		size_t used = utf8_length(capture->kept + i,
					  capture->length - i);

		if (used == 0)
			return capture->total == capture->length ||
			       capture->length - i >= 4;
		if (byte == 0x7f ||
		    (byte < ' ' && !(byte >= '\a' && byte <= '\r') &&
		     byte != 0x1b))
			return true;
		i += used;
	}
	return false;
}

bool capture_is_same(const struct capture *one, const struct capture *other)
{
	return one->total == other->total && one->hash == other->hash;
}

void capture_free(struct capture *capture)
{
	free(capture->kept);
	*capture = (struct capture){0};
}
