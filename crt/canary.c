/*
 * crt/canary.c - the stack protector: its secret, and what happens on smashing
 *
 * A function that is compiled with -fstack-protector keeps a copy of the
 * canary between its arrays and its return address, and calls __stack_chk_fail
 * when the copy has changed. The call is what asks for the steps.
 * Source: getauxval(3), AT_RANDOM; getrandom(2).
 */
#include <asm/signal.h>
#include <elf.h>
#include <stddef.h>
#include <stdint.h>

#include <premain/syscalls.h>

#include "crt/need.h"
#include "crt/stack.h"

NEED(__premain_start_tls);
NEED(__premain_start_canary);

uintptr_t __premain_canary(const struct initial_stack *stack);
_Noreturn void __stack_chk_fail(void);

/*
 * AT_RANDOM points at 16 random bytes. Its first byte becomes 0, so that no
 * string function can read the canary or write it.
 */
uintptr_t __premain_canary(const struct initial_stack *stack)
{
	const struct auxv_entry *random = __premain_auxv_find(
		envp_auxv(stack_envp(stack)), AT_RANDOM);
	uintptr_t canary;

	if (random && random->a_val)	/* at no particular alignment */
		__builtin_memcpy(&canary, (const char *)random->a_val,
				 sizeof canary);
	else if (sys_getrandom((char *)&canary, sizeof canary, 0)
		 != sizeof canary)
		canary = (uintptr_t)stack * 0x9e3779b97f4a7c15;
	return canary & ~(uintptr_t)0xff;
}

/*
 * The stack cannot be trusted any more: say it, and return to nobody; not to a
 * handler of the program either, and whether it ignores or blocks SIGABRT.
 */
_Noreturn void __stack_chk_fail(void)
{
	static const char message[] =
		"*** stack smashing detected ***: terminated\n";

	static const struct sigaction by_default;	/* SIG_DFL is 0 */
	static const unsigned long abort_only = 1UL << (SIGABRT - 1);

	sys_write(2, message, sizeof message - 1);
	sys_rt_sigaction(SIGABRT, &by_default, NULL, sizeof abort_only);
	sys_rt_sigprocmask(SIG_UNBLOCK, &abort_only, NULL, sizeof abort_only);
	sys_kill((int)sys_getpid(), SIGABRT);
	for (;;)	/* process 1 of a namespace survives it */
		sys_exit_group(128 + SIGABRT);
}
