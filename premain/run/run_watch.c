/*
 * premain/run/run_watch.c
 *
 * Reads a running command's outputs until it has ended, its time is over, or
 * it prints without end.
 */
#include "premain/run/run.h"

#include <errno.h>
#include <poll.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { LOOK_AGAIN = 10 };	/* ms between two looks whether it has ended */

unsigned long long run_nanoseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (unsigned long long)now.tv_sec * 1000000000 +
	       (unsigned long long)now.tv_nsec;
}

long long run_clock(void)
{
	return (long long)(run_nanoseconds() / 1000000);
}

/* Reads what is there, at most once around a buffer, so that one endless
 * output does not hide the clock. */
static void take(int *fd, void (*give)(void *, const char *, size_t), void *to)
{
	static char buffer[65536];
	ssize_t got = read(*fd, buffer, sizeof buffer);

	if (got > 0)
		give(to, buffer, (size_t)got);
	else if (got == 0 || (errno != EAGAIN && errno != EINTR)) {
		close(*fd);
		*fd = -1;
	}
}

/* poll leaves a descriptor of -1 alone. A FIFO that nobody has opened yet
 * reads as its end, so it is only read when poll tells of something. */
static bool read_ready(const struct command *command, struct process *process,
		       int wait)
{
	void *to[] = {command->output, command->errors, command->to};
	struct pollfd ready[SOURCES];

	for (size_t i = 0; i < SOURCES; i++)
		ready[i] = (struct pollfd){process->from[i], POLLIN, 0};
	if (poll(ready, SOURCES, wait) <= 0)
		return false;
	for (size_t i = 0; i < SOURCES; i++)
		if (ready[i].revents)
			take(&process->from[i], i == FROM_PIPE ?
			     command->take : capture_take, to[i]);
	return true;
}

static bool is_flood(const struct command *command)
{
	return command->output->total > RUN_OUTPUT ||
	       command->errors->total > RUN_OUTPUT;
}

/* Where nothing is open to poll, a short sleep keeps the loop from spinning:
 * poll of no descriptors is that sleep. */
enum ending run_watch(const struct command *command, struct process *process,
		      int *status)
{
	long long deadline = run_clock() + command->limit;

	for (;;) {
		bool closed = process->from[FROM_OUTPUT] < 0 &&
			      process->from[FROM_ERRORS] < 0;

		read_ready(command, process, closed ? 1 : LOOK_AGAIN);
		if (waitpid(process->pid, status, WNOHANG) == process->pid)
			return END_EXIT;
		if (run_interrupted())
			return END_INTERRUPT;
		if (is_flood(command))
			return END_FLOOD;
		if (run_clock() >= deadline)
			return END_TIME;
	}
}

/* What is left in the pipes once nobody writes to them any more. */
void run_drain(const struct command *command, struct process *process)
{
	while (!is_flood(command) && read_ready(command, process, 0))
		;
}
