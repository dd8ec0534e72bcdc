/*
 * std/string/strsignal.c - the usual English texts of the signals
 *
 * Source: POSIX.1-2024 strsignal, signal(7).
 */
#include <signal.h>
#include <string.h>
#include "std/string/nth_text.h"
#include "std/string/unknown.h"

/* a line for each number from 0 */
static const char texts[] =
	"\0"
	"Hangup\0"
	"Interrupt\0"
	"Quit\0"
	"Illegal instruction\0"
	"Trace/breakpoint trap\0"
	"Aborted\0"
	"Bus error\0"
	"Floating point exception\0"
	"Killed\0"
	"User defined signal 1\0"
	"Segmentation fault\0"
	"User defined signal 2\0"
	"Broken pipe\0"
	"Alarm clock\0"
	"Terminated\0"
	"Stack fault\0"
	"Child exited\0"
	"Continued\0"
	"Stopped (signal)\0"
	"Stopped\0"
	"Stopped (tty input)\0"
	"Stopped (tty output)\0"
	"Urgent I/O condition\0"
	"CPU time limit exceeded\0"
	"File size limit exceeded\0"
	"Virtual timer expired\0"
	"Profiling timer expired\0"
	"Window changed\0"
	"I/O possible\0"
	"Power failure\0"
	"Bad system call";

char *strsignal(int signal)
{
	const char *text = __premain_nth_text(texts, texts + sizeof(texts),
		signal);

	if (text != NULL)
		return (char *)text;
	if (signal >= SIGRTMIN && signal <= SIGRTMAX)
		return __premain_unknown("Real-time signal ",
			signal - SIGRTMIN);
	return __premain_unknown("Unknown signal ", signal);
}
