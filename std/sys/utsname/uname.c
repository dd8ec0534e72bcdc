/*
 * std/sys/utsname/uname.c - the names of the system, its release and the
 * machine
 *
 * Source: uname(2), POSIX.1-2024 uname; linux/utsname.h.
 */
#include <linux/utsname.h>
#include <sys/utsname.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

_Static_assert(sizeof(struct utsname) == sizeof(struct new_utsname),
	"linux/utsname.h");

int uname(struct utsname *names)
{
	return (int)__premain_result(sys_uname(names));
}
