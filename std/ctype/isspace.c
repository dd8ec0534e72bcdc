/*
 * std/ctype/isspace.c - space, \t, \n, \v, \f and \r
 *
 * Source: C11 7.4.1.10.
 */
#include <ctype.h>

int isspace(int character)
{
	return character == ' ' || (unsigned int)character - '\t' < 5;
}
