/*
 * std/ctype/islower.c - a to z
 *
 * Source: C11 7.4.1.7.
 */
#include <ctype.h>

int islower(int character)
{
	return (unsigned int)character - 'a' < 26;
}
