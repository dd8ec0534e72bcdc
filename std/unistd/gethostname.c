/*
 * std/unistd/gethostname.c - the machine's name; cut, with its NUL where that
 * fits
 * errno: ENAMETOOLONG (it was cut)
 *
 * Source: gethostname(2), POSIX.1-2024 gethostname.
 */
#include <errno.h>
#include <string.h>
#include <unistd.h>
#include <sys/utsname.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int gethostname(char *name, size_t size)
{
	struct utsname names;
	long result = sys_uname(&names);
	size_t length;

	if (result < 0)
		return (int)__premain_result(result);
	length = strlen(names.nodename) + 1;
	memcpy(name, names.nodename, length < size ? length : size);
	return length <= size ? 0 : (int)__premain_result(-ENAMETOOLONG);
}
