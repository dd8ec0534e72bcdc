/*
 * std/ctype/isdigit.c - 0 to 9
 *
 * Source: C11 7.4.1.5.
 */
#include <ctype.h>

int isdigit(int character)
{
	return (unsigned int)character - '0' < 10;
}
