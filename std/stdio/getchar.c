/* std/stdio/getchar.c - see <stdio.h>. Source: C11 7.21.7.6. */
#include "std/stdio/stream.h"

int getchar(void)
{
	return __premain_get(stdin);
}
