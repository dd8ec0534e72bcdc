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

void run_catch_signals(void)
{
	struct sigaction old, new = {.sa_handler = note_signal};
	size_t i;

	for (i = 0; i < sizeof caught / sizeof caught[0]; i++)
		if (sigaction(caught[i], NULL, &old) == 0 &&
		    old.sa_handler != SIG_IGN)
			sigaction(caught[i], &new, NULL);
}

int run_interrupted(void)
{
	return interrupted;
}

void run_release_signals(void)
{
	struct sigaction old, usual = {.sa_handler = SIG_DFL};
	size_t i;

	for (i = 0; i < sizeof caught / sizeof caught[0]; i++)
		if (sigaction(caught[i], NULL, &old) == 0 &&
		    old.sa_handler == note_signal)
			sigaction(caught[i], &usual, NULL);
	if (interrupted)
		raise(interrupted);
}
