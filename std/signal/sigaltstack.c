/*
 * std/signal/sigaltstack.c - another stack for signal handlers
 *
 * Source: sigaltstack(2), POSIX.1-2024 sigaltstack; asm/signal.h.
 */
#include <signal.h>
#include <stddef.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

_Static_assert(offsetof(stack_t, ss_size) == 16, "asm/signal.h");

int sigaltstack(const stack_t *restrict next, stack_t *restrict before)
{
	return (int)__premain_result(sys_sigaltstack(next, before));
}
