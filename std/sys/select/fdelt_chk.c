/*
 * std/sys/select/fdelt_chk.c - the word of an fd_set, checked
 * (std/string/fortify.h)
 */
#include <sys/select.h>

#include "std/string/fortify.h"

long __fdelt_chk(long descriptor);

long __fdelt_chk(long descriptor)
{
	if (descriptor < 0 || descriptor >= FD_SETSIZE)
		__chk_fail();
	return descriptor / (8 * (long)sizeof(long));
}
