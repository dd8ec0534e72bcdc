/*
 * std/unistd/close.c - gives a descriptor back
 *
 * Linux has closed it even when a signal interrupted the call, and a second
 * try could hit another file: EINTR is therefore success, as POSIX allows.
 * Source: close(2), POSIX.1-2024 close.
 */
#include <errno.h>
#include <unistd.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int close(int file)
{
	long result = sys_close(file);

	return (int)__premain_result(result == -EINTR ? 0 : result);
}
