/*
 * std/unistd/setuid.c - changes the user; this thread's, so before threads
 * start
 *
 * Source: setuid(2), POSIX.1-2024 setuid.
 */
#include <unistd.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int setuid(uid_t user)
{
	return (int)__premain_result(sys_setuid(user));
}
