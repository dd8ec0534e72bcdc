/*
 * premain/run/run_start.c
 *
 * fork and execve: the child leads a process group of its own, so that all
 * it starts can be ended, and says through a pipe why it could not start.
 */
#include "premain/run/run.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

enum { READ, WRITE };

struct pipes {
	int output[2];
	int errors[2];
	int report[2];
};

static void close_pair(int pair[2])
{
	if (pair[READ] >= 0)
		close(pair[READ]);
	if (pair[WRITE] >= 0)
		close(pair[WRITE]);
}

static void close_pipes(struct pipes *pipes)
{
	close_pair(pipes->output);
	close_pair(pipes->errors);
	close_pair(pipes->report);
}

static int open_pipes(struct pipes *pipes)
{
	*pipes = (struct pipes){{-1, -1}, {-1, -1}, {-1, -1}};
	if (pipe2(pipes->output, O_CLOEXEC) == 0 &&
	    pipe2(pipes->errors, O_CLOEXEC) == 0 &&
	    pipe2(pipes->report, O_CLOEXEC) == 0)
		return 0;
	close_pipes(pipes);
	return -1;
}

/* Never returns. The descriptors are copied onto 0 to 2 from above them:
 * premain's own 0 to 2 are open, its main sees to that. */
static void become(const struct command *command, const struct pipes *pipes)
{
	struct rlimit none = {0, 0};
	int empty = open("/dev/null", O_RDONLY | O_CLOEXEC);
	int error;
	ssize_t sent;

	setpgid(0, 0);
	setrlimit(RLIMIT_CORE, &none);
	if (empty >= 0 && dup2(empty, 0) == 0 &&
	    dup2(pipes->output[WRITE], 1) == 1 &&
	    dup2(pipes->errors[WRITE], 2) == 2)
		execve(command->program, command->arguments,
		       command->environment);
	error = errno;
	sent = write(pipes->report[WRITE], &error, sizeof error);
	_exit(sent == sizeof error ? 127 : 126);
}

static void parent(struct process *process, struct pipes *pipes)
{
	ssize_t got;

	setpgid(process->pid, process->pid);	/* whoever comes first */
	close(pipes->output[WRITE]);
	close(pipes->errors[WRITE]);
	close(pipes->report[WRITE]);
	do
		got = read(pipes->report[READ], &process->error,
			   sizeof process->error);
	while (got < 0 && errno == EINTR);
	if (got != sizeof process->error)
		process->error = 0;		/* closed by execve: it runs */
	close(pipes->report[READ]);
	process->output = pipes->output[READ];
	process->errors = pipes->errors[READ];
	fcntl(process->output, F_SETFL, O_NONBLOCK);
	fcntl(process->errors, F_SETFL, O_NONBLOCK);
}

void run_start(const struct command *command, struct process *process)
{
	struct pipes pipes;

	*process = (struct process){-1, -1, -1, -1, 0};
	if (command->pipe) {
		process->pipe = open(command->pipe,
				     O_RDONLY | O_NONBLOCK | O_CLOEXEC);
		if (process->pipe < 0) {
			process->error = errno;
			return;
		}
	}
	if (open_pipes(&pipes) != 0) {
		process->error = errno;
		return;
	}
	process->pid = fork();
	if (process->pid < 0) {
		process->error = errno;
		close_pipes(&pipes);
		return;
	}
	if (process->pid == 0)
		become(command, &pipes);
	parent(process, &pipes);
}
