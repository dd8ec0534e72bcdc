/* std/string/memmove_chk.c - memmove, checked (std/string/fortify.h) */
#include <string.h>

#include "std/string/fortify.h"

void *__memmove_chk(void *to, const void *from, size_t size, size_t room);

void *__memmove_chk(void *to, const void *from, size_t size, size_t room)
{
	check_room(size, room);
	return memmove(to, from, size);
}
