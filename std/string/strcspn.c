/*
 * std/string/strcspn.c - how many characters at the start are not in `reject`
 *
 * Source: C11 7.24.5.3.
 */
#include <string.h>

size_t strcspn(const char *text, const char *reject)
{
	size_t length = 0;

	/* strchr finds the NUL too, so the end of the text ends the loop */
	while (strchr(reject, text[length]) == NULL)
		length++;
	return length;
}
