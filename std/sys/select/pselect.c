/*
 * std/sys/select/pselect.c - select to the nanosecond, with other signals
 * blocked while it waits. The kernel writes the rest of the time: into a copy.
 *
 * Source: select(2), POSIX.1-2024 pselect.
 */
#include <stddef.h>
#include <sys/select.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int pselect(int count, fd_set *restrict reading, fd_set *restrict writing,
	fd_set *restrict failing, const struct timespec *restrict timeout,
	const sigset_t *restrict mask)
{
	struct timespec rest = { 0, 0 };
	/* the sixth argument is this pair, as six is all that there are */
	struct {
		const sigset_t *mask;
		size_t size;
	} sixth = { mask, sizeof(sigset_t) };

	if (timeout != NULL)
		rest = *timeout;
	return (int)__premain_result(sys_pselect6(count, reading, writing,
		failing, timeout != NULL ? &rest : NULL, &sixth));
}
