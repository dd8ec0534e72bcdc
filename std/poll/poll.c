/*
 * std/poll/poll.c - waits until a descriptor is ready; -1 milliseconds is for
 * ever
 *
 * Source: poll(2), POSIX.1-2024 poll.
 */
#include <poll.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int poll(struct pollfd *files, nfds_t count, int milliseconds)
{
	return (int)__premain_result(sys_poll(files, (unsigned int)count,
		milliseconds));
}
