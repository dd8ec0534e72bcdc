/*
 * premain/run/run_logged.c
 *
 * Runs a program under a tracer to its end, with our own input and outputs. The
 * log is a file of no name: the tracer opens it through /proc, and the program
 * does not inherit its descriptor.
 */
#include "premain/run/run.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static const char *run(char **words, int *status)
{
	int pid = fork();

	if (pid == 0) {
		execv(words[0], words);
		_exit(127);
	}
	if (pid < 0)
		return strerror(errno);
	while (waitpid(pid, status, 0) < 0)
		if (errno != EINTR)
			return strerror(errno);
	return NULL;
}

static bool is_empty(int fd)
{
	struct stat status;

	return fstat(fd, &status) != 0 || status.st_size == 0;
}

/* Into a log that is there already. */
static const char *log_to(enum tracer_kind kind, char *const *command,
			  int log, int *status)
{
	char path[64], *tracer = run_find_tracer(kind), **words;
	const char *wrong;

	if (!tracer)
		return "not installed";
	snprintf(path, sizeof path, "/proc/%d/fd/%d", (int)getpid(), log);
	words = run_tracer_words(kind, tracer, path, command[0], command + 1);
	wrong = words ? run(words, status) : strerror(errno);
	if (!wrong && is_empty(log))
		wrong = "has seen nothing of the program";
	lseek(log, 0, SEEK_SET);
	free(words);
	free(tracer);
	return wrong;
}

const char *run_logged(enum tracer_kind kind, char *const *command,
		       int *log, int *status)
{
	const char *wrong;

	*log = memfd_create("log", MFD_CLOEXEC);
	if (*log < 0)
		return strerror(errno);
	wrong = log_to(kind, command, *log, status);
	if (wrong) {
		close(*log);
		*log = -1;
	}
	return wrong;
}
