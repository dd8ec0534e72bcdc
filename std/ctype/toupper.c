/*
 * std/ctype/toupper.c - the capital of a small letter; others as they are
 *
 * Source: C11 7.4.2.2.
 */
#include <ctype.h>

int toupper(int character)
{
	return islower(character) ? character + 'A' - 'a' : character;
}
