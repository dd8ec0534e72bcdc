/*
 * std/signal/signal.c - a handler for a signal, SIG_DFL or SIG_IGN; returns
 * the one before, or SIG_ERR. As in BSD the handler stays, and calls go on
 * after it.
 *
 * Source: C11 7.14.1.1, signal(2).
 */
#include <signal.h>
#include "std/errno/result.h"
#include "std/signal/action.h"

void (*signal(int signal, void (*handler)(int)))(int)
{
	struct sigaction next = {
		.sa_handler = handler, .sa_flags = SA_RESTART
	};
	struct sigaction before;

	if (__premain_result(__premain_signal_action(signal, &next,
			&before)) < 0)
		return SIG_ERR;
	return before.sa_handler;
}
