/*
 * std/string/explicit_bzero_chk.c - explicit_bzero, checked
 * (std/string/fortify.h)
 */
#include <string.h>

#include "std/string/fortify.h"

void __explicit_bzero_chk(void *to, size_t size, size_t room);

void __explicit_bzero_chk(void *to, size_t size, size_t room)
{
	check_room(size, room);
	explicit_bzero(to, size);
}
