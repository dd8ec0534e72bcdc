/*
 * std/string/strpbrk.c - the first character that is in `accept`, or NULL
 *
 * Source: C11 7.24.5.4.
 */
#include <string.h>

char *strpbrk(const char *text, const char *accept)
{
	text += strcspn(text, accept);
	return *text != '\0' ? (char *)text : NULL;
}
