/*
 * std/string/unknown.c - "Unknown error 12345" and the like
 *
 * Source: POSIX.1-2024 strerror.
 */
#include <string.h>
#include "std/string/unknown.h"

char *__premain_unknown(const char *prefix, int number)
{
	static char text[32];
	char digits[12], *digit = digits + sizeof(digits) - 1;
	unsigned int rest = (unsigned int)number;

	if (number < 0)
		rest = -rest;
	*digit = '\0';
	do {
		*--digit = (char)('0' + rest % 10);
		rest /= 10;
	} while (rest > 0);
	if (number < 0)
		*--digit = '-';
	strcpy(text, prefix);
	return strcat(text, digit);
}
