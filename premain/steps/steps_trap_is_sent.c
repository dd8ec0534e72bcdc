/*
 * premain/steps/steps_trap_is_sent.c
 *
 * Source: sigaction(2), si_code; Linux asm-generic/siginfo.h.
 */
#include "premain/steps/steps.h"

#include <asm/siginfo.h>
#include <sys/ptrace.h>

bool steps_trap_is_sent(const struct steps *steps)
{
	siginfo_t info;

	return ptrace(PTRACE_GETSIGINFO, steps->pid, NULL, &info) == 0 &&
	       (info.si_code <= 0 || info.si_code == SI_KERNEL);
}
