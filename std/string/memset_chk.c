/* std/string/memset_chk.c - memset, checked (std/string/fortify.h) */
#include <string.h>

#include "std/string/fortify.h"

void *__memset_chk(void *to, int byte, size_t size, size_t room);

void *__memset_chk(void *to, int byte, size_t size, size_t room)
{
	check_room(size, room);
	return memset(to, byte, size);
}
