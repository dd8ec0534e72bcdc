/* std/stdio/fgets_chk.c - fgets, checked (std/string/fortify.h) */
#include <stdio.h>

#include "std/string/fortify.h"

char *__fgets_chk(char *line, size_t room, int size, FILE *stream);

char *__fgets_chk(char *line, size_t room, int size, FILE *stream)
{
	if (size > 0)
		check_room((size_t)size, room);
	return fgets(line, size, stream);
}
