/*
 * premain/variants/put_first_error.c
 *
 * Of all that a compiler says, the line that names the first error: what
 * comes before it is warnings or context, what comes after it follows.
 */
#include "premain/variants/variants.h"

#include <string.h>

static const char *const signs[] = {
	"error:", "undefined reference", "cannot find", "multiple definition",
	"undefined symbol"
};

static bool holds(const char *line, size_t length, const char *word)
{
	size_t size = strlen(word);

	for (; length >= size; line++, length--)
		if (memcmp(line, word, size) == 0)
			return true;
	return false;
}

static bool is_error(const char *line, size_t length)
{
	size_t i;

	if (holds(line, length, "collect2:"))
		return false;		/* only says that ld has spoken */
	for (i = 0; i < sizeof signs / sizeof signs[0]; i++)
		if (holds(line, length, signs[i]))
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

		if (is_error(bytes, piece)) {
			first = bytes;
			first_length = piece;
			break;
		}
		if (!first && piece) {
			first = bytes;
			first_length = piece;
		}
		bytes += piece + (end != NULL);
		length -= piece + (end != NULL);
	}
	if (first)
		text_put_visible(text, first,
				 first_length < 400 ? first_length : 400);
}
