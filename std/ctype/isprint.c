/*
 * std/ctype/isprint.c - a character that has a place on the line: 32 to 126
 *
 * Source: C11 7.4.1.8.
 */
#include <ctype.h>

int isprint(int character)
{
	return (unsigned int)character - ' ' <= '~' - ' ';
}
