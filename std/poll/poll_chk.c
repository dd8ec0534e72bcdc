/* std/poll/poll_chk.c - poll, checked (std/string/fortify.h) */
#include <poll.h>

#include "std/string/fortify.h"

int __poll_chk(struct pollfd *list, nfds_t count, int timeout, size_t room);

int __poll_chk(struct pollfd *list, nfds_t count, int timeout, size_t room)
{
	if (room / sizeof(*list) < count)
		__chk_fail();
	return poll(list, count, timeout);
}
