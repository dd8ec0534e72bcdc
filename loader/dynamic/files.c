/*
 * loader/dynamic/files.c - files are closed together, runs of them in one call
 *
 * open gives the lowest free number, so what is opened in a row has numbers in
 * a row, unless the program's parent left it some. Source: close_range(2).
 */
#include <linux/errno.h>
#include <linux/fcntl.h>

#include <premain/syscalls.h>

#include "loader/dynamic/files.h"

enum { HELD_MAX = 200 };	/* of 1,024, as usual, some stay free */

/* Those from `first` on wait; all numbers between are ours. */
static long first, count;

long open_file(const char *path, int flags)
{
	long fd = sys_open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | flags, 0);

	if (fd != -EMFILE || !count)
		return fd;
	close_files();
	return sys_open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | flags, 0);
}

void close_later(long fd)
{
	if (count == HELD_MAX || (count && fd != first + count))
		close_files();
	if (!count)
		first = fd;
	count++;
}

void close_files(void)
{
	if (count > 1 && !sys_close_range((unsigned int)first,
					  (unsigned int)(first + count - 1),
					  0))
		count = 0;
	while (count)
		sys_close((int)(first + --count));
}
