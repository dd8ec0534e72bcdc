/*
 * std/ctype/isgraph.c - a character that leaves ink: 33 to 126
 *
 * Source: C11 7.4.1.6.
 */
#include <ctype.h>

int isgraph(int character)
{
	return (unsigned int)character - '!' <= '~' - '!';
}
