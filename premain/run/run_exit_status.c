/*
 * premain/run/run_exit_status.c
 *
 * How a program has ended, as a status of our own: its own, or 128 and the
 * signal, as a shell has it. Source: wait(2); POSIX 2.8.2.
 */
#include "premain/run/run.h"

#include <sys/wait.h>

int run_exit_status(int status)
{
	return WIFEXITED(status) ? WEXITSTATUS(status) :
				   128 + WTERMSIG(status);
}
