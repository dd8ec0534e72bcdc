/*
 * premain/text/nth_word.c
 *
 * Words one behind the other need no list of their addresses.
 */
#include "premain/text/text.h"

#include <string.h>

const char *nth_word(const char *words, size_t number)
{
	while (number--)
		words += strlen(words) + 1;
	return words;
}
