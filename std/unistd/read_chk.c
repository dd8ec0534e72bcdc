/* std/unistd/read_chk.c - read, checked (std/string/fortify.h) */
#include <unistd.h>

#include "std/string/fortify.h"

ssize_t __read_chk(int file, void *bytes, size_t size, size_t room);

ssize_t __read_chk(int file, void *bytes, size_t size, size_t room)
{
	check_room(size, room);
	return read(file, bytes, size);
}
