/*
 * std/ctype/isalpha.c - a letter of the C locale
 *
 * Source: C11 7.4.1.2.
 */
#include <ctype.h>

int isalpha(int character)
{
	return ((unsigned int)character | 0x20) - 'a' < 26;
}
