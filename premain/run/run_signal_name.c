/*
 * premain/run/run_signal_name.c
 *
 * Source: signal(7), the x86-64 numbers.
 */
#include "premain/run/run.h"

#include <stdio.h>

enum { NAMED = 31 };

/* From 1 on. */
static const char names[] =
	"SIGHUP\0SIGINT\0SIGQUIT\0SIGILL\0SIGTRAP\0SIGABRT\0SIGBUS\0SIGFPE\0"
	"SIGKILL\0SIGUSR1\0SIGSEGV\0SIGUSR2\0SIGPIPE\0SIGALRM\0SIGTERM\0"
	"SIGSTKFLT\0SIGCHLD\0SIGCONT\0SIGSTOP\0SIGTSTP\0SIGTTIN\0SIGTTOU\0"
	"SIGURG\0SIGXCPU\0SIGXFSZ\0SIGVTALRM\0SIGPROF\0SIGWINCH\0SIGIO\0"
	"SIGPWR\0SIGSYS";

const char *run_signal_name(int number)
{
	static char other[32];

	if (number > 0 && number <= NAMED)
		return nth_word(names, (size_t)number - 1);
	snprintf(other, sizeof other, "signal %d", number);
	return other;
}
