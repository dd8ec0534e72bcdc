/*
 * std/stdio/fflush.c - int fflush(FILE *stream)
 *
 * Nothing is ever kept in a buffer, so there is nothing to write: 0.
 * Source: C11 7.21.5.2.
 */
#include <stdio.h>

int fflush(FILE *stream)
{
	(void)stream;
	return 0;
}
