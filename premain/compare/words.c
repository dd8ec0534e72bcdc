/*
 * premain/compare/words.c
 *
 * The words that a program is started with.
 */
#include "premain/compare/compare.h"

#include <stdlib.h>
#include <string.h>

char **program_words(const struct comparison *comparison, size_t front)
{
	char *const *arguments = comparison->options.arguments;
	size_t count = 0;
	char **words;

	while (arguments[count])
		count++;
	words = calloc(front + count + 1, sizeof *words);
	if (words && count)
		memcpy(words + front, arguments, count * sizeof *words);
	return words;
}
