/* std/string/stpncpy_chk.c - stpncpy, checked (std/string/fortify.h) */
#include <string.h>

#include "std/string/fortify.h"

char *__stpncpy_chk(char *to, const char *from, size_t size, size_t room);

char *__stpncpy_chk(char *to, const char *from, size_t size, size_t room)
{
	check_room(size, room);
	return stpncpy(to, from, size);
}
