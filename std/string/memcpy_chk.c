/* std/string/memcpy_chk.c - memcpy, checked (std/string/fortify.h) */
#include <string.h>

#include "std/string/fortify.h"

void *__memcpy_chk(void *to, const void *from, size_t size, size_t room);

void *__memcpy_chk(void *to, const void *from, size_t size, size_t room)
{
	check_room(size, room);
	return memcpy(to, from, size);
}
