/* std/unistd/gethostname_chk.c - gethostname, checked (std/string/fortify.h) */
#include <unistd.h>

#include "std/string/fortify.h"

int __gethostname_chk(char *text, size_t size, size_t room);

int __gethostname_chk(char *text, size_t size, size_t room)
{
	check_room(size, room);
	return gethostname(text, size);
}
