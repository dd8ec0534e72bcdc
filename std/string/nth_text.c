/*
 * std/string/nth_text.c - one of many texts that lie behind each other
 *
 * A table of pointers would cost 8 bytes a text, and a relocation in each
 * static-PIE program. Who prints an error has time to count.
 */
#include <string.h>
#include "std/string/nth_text.h"

const char *__premain_nth_text(const char *list, const char *end, int number)
{
	if (number < 0)
		return NULL;
	for (; list < end; list += strlen(list) + 1)
		if (number-- == 0)
			return *list != '\0' ? list : NULL;
	return NULL;
}
