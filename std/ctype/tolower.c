/*
 * std/ctype/tolower.c - the small letter of a capital; others as they are
 *
 * Source: C11 7.4.2.1.
 */
#include <ctype.h>

int tolower(int character)
{
	return isupper(character) ? character + 'a' - 'A' : character;
}
