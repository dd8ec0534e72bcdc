/*
 * std/ctype/isxdigit.c - a hexadecimal digit
 *
 * Source: C11 7.4.1.12.
 */
#include <ctype.h>

int isxdigit(int character)
{
	return isdigit(character)
		|| ((unsigned int)character | 0x20) - 'a' < 6;
}
