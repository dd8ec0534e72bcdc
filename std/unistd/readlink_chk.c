/* std/unistd/readlink_chk.c - readlink, checked (std/string/fortify.h) */
#include <unistd.h>

#include "std/string/fortify.h"

ssize_t __readlink_chk(const char *path, char *text, size_t size,
	size_t room);

ssize_t __readlink_chk(const char *path, char *text, size_t size,
	size_t room)
{
	check_room(size, room);
	return readlink(path, text, size);
}
