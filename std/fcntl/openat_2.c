/*
 * std/fcntl/openat_2.c - openat without a mode, checked: who creates a file
 * needs one (std/string/fortify.h)
 */
#include <fcntl.h>
#include <stdlib.h>
#include <premain/syscalls.h>

int __openat_2(int folder, const char *path, int flags);

int __openat_2(int folder, const char *path, int flags)
{
	static const char line[] = "*** invalid openat call:"
		" O_CREAT or O_TMPFILE without mode ***: terminated\n";

	if ((flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE) {
		sys_write(2, line, sizeof(line) - 1);
		abort();
	}
	return openat(folder, path, flags);
}
