/*
 * tests/bench/steps.c - counts the instructions that a program executes
 *
 *	steps PROGRAM [ARGUMENTS...]	prints: COUNT exit STATUS
 *
 * Counted is every user instruction from execve's return to the program's
 * end, exactly, also on machines whose processor has no counters to offer.
 * A `rep` traps after each round, so it counts once a round. The environment
 * is empty and the output goes to /dev/null: what a count says depends on the
 * program alone. One that is not done in 60 seconds is killed.
 * Source: ptrace(2); Intel SDM vol. 3, 18.3.1.4 (single-step exception).
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

static void fail(const char *what)
{
	fprintf(stderr, "steps: %s: %s\n", what, strerror(errno));
	exit(1);
}

static pid_t start(char **command)
{
	char *environment[] = {NULL};
	int null = open("/dev/null", O_WRONLY | O_CLOEXEC);
	pid_t child = fork();

	if (child != 0)
		return child;
	dup2(null, STDOUT_FILENO);
	if (ptrace(PTRACE_TRACEME, 0, NULL, NULL) < 0)
		fail("no tracing here");
	execve(command[0], command, environment);
	fail(command[0]);
	return -1;
}

static int next_stop(pid_t child)
{
	int status;

	if (waitpid(child, &status, 0) < 0)
		fail("waitpid");
	return status;
}

int main(int argc, char **argv)
{
	unsigned long count = 0, signal = 0;
	pid_t child;
	int status;

	if (argc < 2) {
		fputs("usage: steps PROGRAM [ARGUMENTS...]\n", stderr);
		return 2;
	}
	child = start(argv + 1);
	if (child < 0)
		fail("fork");
	status = next_stop(child);	/* execve is done */
	if (!WIFSTOPPED(status))
		return 1;		/* the child has said why */
	if (ptrace(PTRACE_SETOPTIONS, child, NULL, PTRACE_O_EXITKILL) < 0)
		fail("ptrace");
	alarm(60);

	while (WIFSTOPPED(status)) {
		if (ptrace(PTRACE_SINGLESTEP, child, NULL, signal) < 0)
			fail("ptrace");
		status = next_stop(child);
		signal = 0;
		if (WIFSTOPPED(status) && WSTOPSIG(status) != SIGTRAP)
			signal = (unsigned long)WSTOPSIG(status);
		else	/* a step that a signal came before did nothing */
			count++;
	}
	if (WIFEXITED(status))
		printf("%lu exit %d\n", count, WEXITSTATUS(status));
	else	/* it died before the last step was made */
		printf("%lu signal %d\n", count - 1, WTERMSIG(status));
	return 0;
}
