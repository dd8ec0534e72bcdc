/*
 * std/signal/action.c - what happens when a signal comes
 *
 * A handler returns into sys_rt_sigreturn, which gives the interrupted code
 * its registers back: x86-64's kernel demands that address (SA_RESTORER).
 * Source: sigaction(2), rt_sigreturn(2), Linux arch/x86/kernel/signal_64.c.
 */
#include <signal.h>
#include <stddef.h>
#include <premain/syscalls.h>
#include "std/signal/action.h"

/* the kernel's struct sigaction of x86-64, from asm/signal.h */
_Static_assert(offsetof(struct sigaction, sa_handler) == 0, "asm/signal.h");
_Static_assert(offsetof(struct sigaction, sa_flags) == 8, "asm/signal.h");
_Static_assert(offsetof(struct sigaction, sa_restorer) == 16, "asm/signal.h");
_Static_assert(offsetof(struct sigaction, sa_mask) == 24, "asm/signal.h");
_Static_assert(sizeof(struct sigaction) == 32, "asm/signal.h");

long __premain_signal_action(int signal, const struct sigaction *next,
	struct sigaction *before)
{
	struct sigaction action;

	if (next != NULL) {
		action = *next;
		action.__pad = 0;	/* the kernel's flags are 64 bits */
		action.sa_flags |= SA_RESTORER;
		action.sa_restorer = (void (*)(void))sys_rt_sigreturn;
		next = &action;
	}
	return sys_rt_sigaction(signal, next, before, sizeof(sigset_t));
}
