/*
 * premain/variants/put_first_error.c
 *
 * Of all that a compiler says, the line that names the first error: what
 * comes before it is warnings or context, what comes after it follows.
 */
#include "premain/variants/variants.h"

#include <string.h>

static const char signs[] = "error:\0undefined reference\0cannot find\0"
	"multiple definition\0undefined symbol\0";

static bool holds(const char *line, size_t length, const char *word)
{
	return memmem(line, length, word, strlen(word)) != NULL;
}

static bool is_error(const char *line, size_t length)
{
	const char *sign;

	if (holds(line, length, "collect2:"))
		return false;		/* only says that ld has spoken */
	for (sign = signs; *sign; sign += strlen(sign) + 1)
		if (holds(line, length, sign))
			return true;
	return false;
}

void put_first_error(struct text *text, const char *bytes, size_t length)
{
	const char *first = NULL;
	size_t first_length = 0;

	while (length) {
		const char *end = memchr(bytes, '\n', length);
		size_t piece = end ? (size_t)(end - bytes) : length;

		bool error = is_error(bytes, piece);

		if (error || (!first && piece)) {
			first = bytes;
			first_length = piece;
		}
		if (error)
			break;
		bytes += piece + (end != NULL);
		length -= piece + (end != NULL);
	}
	if (first)
		text_put_visible(text, first,
				 first_length < 400 ? first_length : 400);
}
