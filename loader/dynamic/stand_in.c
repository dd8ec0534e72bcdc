/*
 * loader/dynamic/stand_in.c - the runtime answers for glibc's libraries
 *
 * Their names mean libpremain_posix.so.1, which brings libpremain.so.1, in a
 * process of this loader: it could not start glibc, and there must be one C
 * library only. Where a program that was made for glibc is only listed, they
 * mean the files that glibc would load.
 */
#include <string.h>

#include "loader/dynamic/process.h"
#include "loader/dynamic/stand_in.h"

const char *stand_in_name(const char *name)
{
	static const char others[][13] = {
		"c.so.6", "m.so.6", "dl.so.2", "pthread.so.0", "rt.so.1",
		"util.so.1"
	};

	if (name[0] != 'l' || name[1] != 'i' || name[2] != 'b' ||
	    (process.foreign && process.list && !process.stand_in))
		return name;
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (name[3] == others[i][0] &&
		    !strcmp(name + 3, others[i]))
			return "libpremain_posix.so.1";
	return name;
}
