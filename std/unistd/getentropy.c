/*
 * std/unistd/getentropy.c - at most 256 bytes that nobody can guess; all or
 * none
 * errno: EIO (more were wanted)
 *
 * Source: getentropy(3), POSIX.1-2024 getentropy.
 */
#include <errno.h>
#include <unistd.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int getentropy(void *bytes, size_t size)
{
	/* up to 256 bytes come whole: no signal cuts them (getrandom(2)) */
	long result = -EINTR;

	if (size > 256)
		return (int)__premain_result(-EIO);
	while (result == -EINTR)
		result = sys_getrandom(bytes, size, 0);
	return result < 0 ? (int)__premain_result(result) : 0;
}
