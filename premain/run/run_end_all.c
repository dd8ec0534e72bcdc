/*
 * premain/run/run_end_all.c
 *
 * Ends a process group and whatever left it: premain is the subreaper of its
 * descendants, so one that lost its parent becomes premain's own child and
 * is found in /proc. Source: prctl(2), proc(5).
 */
#include "premain/run/run.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

enum { ROUNDS = 1000 };		/* a fork bomb has to lose one day */

/* The first child of this process; 0 without one. */
static int first_child(void)
{
	struct text children = {0};
	char path[64];
	int pid;

	snprintf(path, sizeof path, "/proc/self/task/%d/children",
		 (int)getpid());
	read_whole(&children, path);
	pid = (int)strtoul(text_string(&children), NULL, 10);
	text_free(&children);
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
