/*
 * std/ctype/isblank.c - space and horizontal tab
 *
 * Source: C11 7.4.1.3.
 */
#include <ctype.h>

int isblank(int character)
{
	return character == ' ' || character == '\t';
}
