/*
 * premain/run/run_start.c
 *
 * fork and execve: the child leads a process group of its own, so that all
 * it starts can be ended, and says through a pipe why it could not start.
 */
#include "premain/run/run.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

enum { READ, WRITE };
enum { REPORT = FROM_PIPE };		/* the pipe that says why */

extern char **environ;

static void close_pipes(int pipes[SOURCES][2])
{
	for (size_t i = 0; i < SOURCES; i++)
		if (pipes[i][READ] >= 0) {
			close(pipes[i][READ]);
			close(pipes[i][WRITE]);
		}
}

static int open_pipes(int pipes[SOURCES][2])
{
	memset(pipes, -1, SOURCES * sizeof pipes[0]);
	for (size_t i = 0; i < SOURCES; i++)
		if (pipe2(pipes[i], O_CLOEXEC) != 0) {
			close_pipes(pipes);
			return -1;
		}
	return 0;
}

/* Never returns. The descriptors are copied onto 0 to 2 from above them:
 * premain's own 0 to 2 are open, its main sees to that. */
static void become(const struct command *command, int pipes[SOURCES][2])
{
	struct rlimit none = {0, 0};
	int empty = open("/dev/null", O_RDONLY | O_CLOEXEC);
	int error;
	ssize_t sent;

	setpgid(0, 0);
	setrlimit(RLIMIT_CORE, &none);
	if (empty >= 0 && dup2(empty, 0) == 0 &&
	    dup2(pipes[FROM_OUTPUT][WRITE], 1) == 1 &&
	    dup2(pipes[FROM_ERRORS][WRITE], 2) == 2)
		execve(command->arguments[0], command->arguments,
		       command->environment ? command->environment : environ);
	error = errno;
	sent = write(pipes[REPORT][WRITE], &error, sizeof error);
	_exit(sent == sizeof error ? 127 : 126);
}

static void parent(struct process *process, int pipes[SOURCES][2])
{
	ssize_t got;

	setpgid(process->pid, process->pid);	/* whoever comes first */
	for (size_t i = 0; i < SOURCES; i++)
		close(pipes[i][WRITE]);
	do
		got = read(pipes[REPORT][READ], &process->error,
			   sizeof process->error);
	while (got < 0 && errno == EINTR);
	if (got != sizeof process->error)
		process->error = 0;		/* closed by execve: it runs */
	close(pipes[REPORT][READ]);
	for (size_t i = FROM_OUTPUT; i <= FROM_ERRORS; i++) {
		process->from[i] = pipes[i][READ];
		fcntl(process->from[i], F_SETFL, O_NONBLOCK);
	}
}

/* 0, or -1 with errno. */
static int start(const struct command *command, struct process *process)
{
	int pipes[SOURCES][2];

	if (command->pipe) {
		process->from[FROM_PIPE] = open(command->pipe,
			O_RDONLY | O_NONBLOCK | O_CLOEXEC);
		if (process->from[FROM_PIPE] < 0)
			return -1;
	}
	if (open_pipes(pipes) != 0)
		return -1;
	process->pid = fork();
	if (process->pid == 0)
		become(command, pipes);
	if (process->pid > 0)
		parent(process, pipes);
	else
		close_pipes(pipes);
	return process->pid;
}

void run_start(const struct command *command, struct process *process)
{
	*process = (struct process){-1, 0, {-1, -1, -1}};
	if (start(command, process) < 0)
		process->error = errno;
}
