/* std/unistd/getcwd_chk.c - getcwd, checked (std/string/fortify.h) */
#include <unistd.h>

#include "std/string/fortify.h"

char *__getcwd_chk(char *text, size_t size, size_t room);

char *__getcwd_chk(char *text, size_t size, size_t room)
{
	check_room(size, room);
	return getcwd(text, size);
}
