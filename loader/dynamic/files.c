/*
 * loader/dynamic/files.c - files are closed together, runs of them in one call
 *
 * open gives the lowest free number, so what is opened in a row has numbers in
 * a row, but for those that the program's parent has left it. Source:
 * close_range(2).
 */
#include <linux/errno.h>
#include <linux/fcntl.h>

#include <premain/syscalls.h>

#include "loader/dynamic/files.h"

enum {
	RUNS_MAX = 8,
	HELD_MAX = 200		/* of 1,024, as usual, some stay free */
};

/* All numbers of a run are ours. */
static struct run {
	int first, end;
} runs[RUNS_MAX];
static unsigned int run_count, held;

long open_file(const char *path, int flags)
{
	long fd;

	/* A FIFO must not stop us. */
	flags |= O_RDONLY | O_CLOEXEC | O_NONBLOCK;
	fd = sys_open(path, flags, 0);
	if (fd != -EMFILE || !held)
		return fd;
	close_files();
	return sys_open(path, flags, 0);
}

void close_later(long fd)
{
	if (held == HELD_MAX)
		close_files();
	if (!run_count || runs[run_count - 1].end != fd) {
		if (run_count == RUNS_MAX)
			close_files();
		runs[run_count++].first = (int)fd;
	}
	runs[run_count - 1].end = (int)fd + 1;
	held++;
}

/* A kernel before 5.9 closes one at a time. */
static void close_run(int first, int end)
{
	if (end - first > 1 && !sys_close_range((unsigned int)first,
						(unsigned int)end - 1, 0))
		return;
	while (first < end)
		sys_close(first++);
}

void close_files(void)
{
	while (run_count) {
		run_count--;
		close_run(runs[run_count].first, runs[run_count].end);
	}
	held = 0;
}
