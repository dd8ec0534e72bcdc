/*
 * std/signal/action.h - sigaction without errno
 *
 * Source: sigaction(2).
 */
#ifndef STD_SIGNAL_ACTION_H
#define STD_SIGNAL_ACTION_H

#include <signal.h>

/* 0 or -errno; `next` and `before` may be NULL */
long __premain_signal_action(int signal, const struct sigaction *next,
	struct sigaction *before);

#endif
