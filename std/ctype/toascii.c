/*
 * std/ctype/toascii.c - the low seven bits
 *
 * Source: isalpha(3).
 */
#include <ctype.h>

int toascii(int character)
{
	return character & 127;
}
