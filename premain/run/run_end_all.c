/*
 * premain/run/run_end_all.c
 *
 * Ends a process group and whatever left it: premain is the subreaper of its
 * descendants, so one that lost its parent becomes premain's own child and
 * is found in /proc. Source: prctl(2), proc(5).
 */
#include "premain/run/run.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

enum { ROUNDS = 1000 };		/* a fork bomb has to lose one day */

/* The first child of this process; 0 without one. */
static int first_child(void)
{
	char path[64], digits[16];
	int fd, pid = 0;
	ssize_t got, i;

	snprintf(path, sizeof path, "/proc/self/task/%d/children",
		 (int)getpid());
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return 0;
	got = read(fd, digits, sizeof digits);
	close(fd);
	for (i = 0; i < got && digits[i] >= '0' && digits[i] <= '9'; i++)
		pid = pid * 10 + (digits[i] - '0');
	return pid;
}

void run_end_all(int group)
{
	int i, child;

	kill(-group, SIGKILL);
	while (waitpid(-group, NULL, 0) > 0)
		;
	for (i = 0; i < ROUNDS && (child = first_child()) > 0; i++) {
		kill(-child, SIGKILL);
		kill(child, SIGKILL);
		waitpid(child, NULL, 0);
	}
}
