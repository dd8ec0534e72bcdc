/* std/string/strncpy_chk.c - strncpy, checked (std/string/fortify.h) */
#include <string.h>

#include "std/string/fortify.h"

char *__strncpy_chk(char *to, const char *from, size_t size, size_t room);

char *__strncpy_chk(char *to, const char *from, size_t size, size_t room)
{
	check_room(size, room);
	return strncpy(to, from, size);
}
