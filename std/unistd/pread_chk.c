/* std/unistd/pread_chk.c - pread, checked (std/string/fortify.h) */
#include <unistd.h>

#include "std/string/fortify.h"

ssize_t __pread_chk(int file, void *bytes, size_t size, off_t offset,
	size_t room);

ssize_t __pread_chk(int file, void *bytes, size_t size, off_t offset,
	size_t room)
{
	check_room(size, room);
	return pread(file, bytes, size, offset);
}
