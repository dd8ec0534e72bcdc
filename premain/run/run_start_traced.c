/*
 * premain/run/run_start_traced.c
 *
 * A program in the hands of a tracer of ours, before its first instruction.
 * Source: ptrace(2), PTRACE_TRACEME.
 */
#include "premain/run/run.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

/* Never returns: says through the pipe why it could not. */
static void become(const char *program, char *const *command, int report)
{
	int error = 0;		/* nothing may be traced */
	ssize_t sent;

	if (ptrace(PTRACE_TRACEME, 0, NULL, NULL) == 0) {
		execve(program, command, environ);
		error = errno;
	}
	sent = write(report, &error, sizeof error);
	_exit(sent == sizeof error ? 127 : 126);
}

const char *run_start_traced(const char *program, char *const *command,
			     int *pid, int *error)
{
	int report[2], status;

	*pid = -1;
	*error = 0;
	if (pipe2(report, O_CLOEXEC) != 0)
		return strerror(errno);
	*pid = fork();
	if (*pid == 0)
		become(program, command, report[1]);
	close(report[1]);
	while (*pid > 0 && waitpid(*pid, &status, 0) < 0)
		if (errno != EINTR)
			*pid = -1;
	if (*pid > 0 && !WIFSTOPPED(status) &&
	    read(report[0], error, sizeof *error) != sizeof *error)
		*error = 0;
	close(report[0]);
	if (*pid < 0)
		return strerror(errno);
	if (WIFSTOPPED(status))
		return NULL;
	return *error ? strerror(*error) :
			"nothing may be traced here (ptrace(2))";
}
