/*
 * premain/run/run_command.c
 *
 * Start, watch, end: the whole life of a command.
 */
#include "premain/run/run.h"

#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

static void close_all(struct process *process)
{
	for (size_t i = 0; i < SOURCES; i++)
		if (process->from[i] >= 0)
			close(process->from[i]);
}

struct outcome run_command(const struct command *command)
{
	struct outcome outcome = {END_UNSTARTED, 0};
	struct process process;
	int status = 0;

	prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
	run_start(command, &process);
	if (process.error) {
		outcome.value = process.error;
		if (process.pid > 0)
			waitpid(process.pid, NULL, 0);
		goto close_files;
	}
	outcome.ending = run_watch(command, &process, &status);
	run_end_all(process.pid);
	run_drain(command, &process);
	if (outcome.ending == END_EXIT && WIFSIGNALED(status)) {
		outcome.ending = END_SIGNAL;
		outcome.value = WTERMSIG(status);
	} else if (outcome.ending == END_EXIT) {
		outcome.value = WEXITSTATUS(status);
	}
close_files:
	close_all(&process);
	return outcome;
}
