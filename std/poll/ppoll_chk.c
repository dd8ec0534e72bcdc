/* std/poll/ppoll_chk.c - ppoll, checked (std/string/fortify.h) */
#include <poll.h>

#include "std/string/fortify.h"

int __ppoll_chk(struct pollfd *list, nfds_t count,
	const struct timespec *timeout, const sigset_t *mask, size_t room);

int __ppoll_chk(struct pollfd *list, nfds_t count,
	const struct timespec *timeout, const sigset_t *mask, size_t room)
{
	if (room / sizeof(*list) < count)
		__chk_fail();
	return ppoll(list, count, timeout, mask);
}
