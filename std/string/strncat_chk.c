/* std/string/strncat_chk.c - strncat, checked (std/string/fortify.h) */
#include <string.h>

#include "std/string/fortify.h"

char *__strncat_chk(char *to, const char *from, size_t size, size_t room);

char *__strncat_chk(char *to, const char *from, size_t size, size_t room)
{
	check_room(strlen(to) + strnlen(from, size) + 1, room);
	return strncat(to, from, size);
}
