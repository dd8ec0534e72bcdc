/* std/string/mempcpy_chk.c - mempcpy, checked (std/string/fortify.h) */
#include <string.h>

#include "std/string/fortify.h"

void *__mempcpy_chk(void *to, const void *from, size_t size, size_t room);

void *__mempcpy_chk(void *to, const void *from, size_t size, size_t room)
{
	check_room(size, room);
	return mempcpy(to, from, size);
}
