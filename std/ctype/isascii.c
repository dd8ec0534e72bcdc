/*
 * std/ctype/isascii.c - 0 to 127
 *
 * Source: isalpha(3).
 */
#include <ctype.h>

int isascii(int character)
{
	return (unsigned int)character < 128;
}
