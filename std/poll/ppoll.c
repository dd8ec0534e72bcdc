/*
 * std/poll/ppoll.c - poll to the nanosecond, with other signals blocked while
 * it waits. The kernel writes the rest of the time: into a copy.
 *
 * Source: poll(2), POSIX.1-2024 ppoll.
 */
#include <poll.h>
#include <stddef.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int ppoll(struct pollfd *files, nfds_t count, const struct timespec *timeout,
	const sigset_t *mask)
{
	struct timespec rest = { 0, 0 };

	if (timeout != NULL)
		rest = *timeout;
	return (int)__premain_result(sys_ppoll(files, (unsigned int)count,
		timeout != NULL ? &rest : NULL,
		mask != NULL ? &mask->__bits : NULL, sizeof(sigset_t)));
}
