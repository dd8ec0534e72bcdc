/*
 * std/ctype/isalnum.c - a letter or a digit of the C locale
 *
 * Source: C11 7.4.1.1.
 */
#include <ctype.h>

int isalnum(int character)
{
	return isalpha(character) || isdigit(character);
}
