/* std/stdlib/realpath_chk.c - realpath, checked (std/string/fortify.h) */
#include <limits.h>
#include <stdlib.h>

#include "std/string/fortify.h"

char *__realpath_chk(const char *path, char *resolved, size_t room);

char *__realpath_chk(const char *path, char *resolved, size_t room)
{
	check_room(PATH_MAX, room);
	return realpath(path, resolved);
}
