/*
 * std/stdlib/abort.c - ends the process by SIGABRT, also where it is blocked,
 * caught or ignored; a handler may still leave by longjmp. Nothing else is
 * run.
 *
 * Source: C11 7.22.4.1, POSIX.1-2024 abort.
 */
#include <signal.h>
#include <stddef.h>
#include <stdlib.h>
#include <premain/syscalls.h>

void abort(void)
{
	const unsigned long abort_only = 1UL << (SIGABRT - 1);
	const struct sigaction by_default = { .sa_handler = SIG_DFL };

	sys_rt_sigprocmask(SIG_UNBLOCK, &abort_only, NULL, sizeof(abort_only));
	sys_tgkill((int)sys_getpid(), (int)sys_gettid(), SIGABRT);
	sys_rt_sigaction(SIGABRT, &by_default, NULL, sizeof(abort_only));
	sys_tgkill((int)sys_getpid(), (int)sys_gettid(), SIGABRT);

	/* process 1 of a namespace survives even that */
	for (;;)
		__builtin_trap();
}
