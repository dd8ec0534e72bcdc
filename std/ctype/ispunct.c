/*
 * std/ctype/ispunct.c - what leaves ink and is no letter and no digit
 *
 * Source: C11 7.4.1.9.
 */
#include <ctype.h>

int ispunct(int character)
{
	return isgraph(character) && !isalnum(character);
}
