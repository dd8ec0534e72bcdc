/* std/unistd/readlinkat_chk.c - readlinkat, checked (std/string/fortify.h) */
#include <unistd.h>

#include "std/string/fortify.h"

ssize_t __readlinkat_chk(int folder, const char *path, char *text,
	size_t size, size_t room);

ssize_t __readlinkat_chk(int folder, const char *path, char *text,
	size_t size, size_t room)
{
	check_room(size, room);
	return readlinkat(folder, path, text, size);
}
