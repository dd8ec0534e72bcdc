/*
 * premain/run/run_signals.c
 *
 * An interrupted premain still tidies up: the handler sets a flag, whoever
 * waits looks at it, and the end is the signal's own. A signal that is
 * ignored (nohup) stays ignored.
 */
#include "premain/run/run.h"

#include <signal.h>
#include <stddef.h>

static volatile sig_atomic_t interrupted;

static const int caught[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE};

static void note_signal(int number)
{
	interrupted = number;
}

static void handle(void (*handler)(int))
{
	struct sigaction old, new = {.sa_handler = handler};
	size_t i;

	for (i = 0; i < sizeof caught / sizeof caught[0]; i++)
		if (sigaction(caught[i], NULL, &old) == 0 &&
		    old.sa_handler != SIG_IGN)
			sigaction(caught[i], &new, NULL);
}

void run_catch_signals(void)
{
	handle(note_signal);
}

int run_interrupted(void)
{
	return interrupted;
}

void run_release_signals(void)
{
	handle(SIG_DFL);
	if (interrupted)
		raise(interrupted);
}
