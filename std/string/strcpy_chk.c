/* std/string/strcpy_chk.c - strcpy, checked (std/string/fortify.h) */
#include <string.h>

#include "std/string/fortify.h"

char *__strcpy_chk(char *to, const char *from, size_t room);

char *__strcpy_chk(char *to, const char *from, size_t room)
{
	check_room(strlen(from) + 1, room);
	return strcpy(to, from);
}
