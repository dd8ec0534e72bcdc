/*
 * std/ctype/isupper.c - A to Z
 *
 * Source: C11 7.4.1.11.
 */
#include <ctype.h>

int isupper(int character)
{
	return (unsigned int)character - 'A' < 26;
}
