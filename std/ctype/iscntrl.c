/*
 * std/ctype/iscntrl.c - a control character: 0 to 31 and 127
 *
 * Source: C11 7.4.1.4.
 */
#include <ctype.h>

int iscntrl(int character)
{
	return (unsigned int)character < ' ' || character == 127;
}
