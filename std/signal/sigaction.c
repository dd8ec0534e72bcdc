/*
 * std/signal/sigaction.c - sets and tells what happens when a signal comes
 *
 * Source: sigaction(2), POSIX.1-2024 sigaction.
 */
#include <signal.h>
#include "std/errno/result.h"
#include "std/signal/action.h"

int sigaction(int signal, const struct sigaction *restrict next,
	struct sigaction *restrict before)
{
	return (int)__premain_result(__premain_signal_action(signal, next,
		before));
}
