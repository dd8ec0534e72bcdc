/* std/string/stpcpy_chk.c - stpcpy, checked (std/string/fortify.h) */
#include <string.h>

#include "std/string/fortify.h"

char *__stpcpy_chk(char *to, const char *from, size_t room);

char *__stpcpy_chk(char *to, const char *from, size_t room)
{
	check_room(strlen(from) + 1, room);
	return stpcpy(to, from);
}
