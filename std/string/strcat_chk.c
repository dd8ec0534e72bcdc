/* std/string/strcat_chk.c - strcat, checked (std/string/fortify.h) */
#include <string.h>

#include "std/string/fortify.h"

char *__strcat_chk(char *to, const char *from, size_t room);

char *__strcat_chk(char *to, const char *from, size_t room)
{
	check_room(strlen(to) + strlen(from) + 1, room);
	return strcat(to, from);
}
